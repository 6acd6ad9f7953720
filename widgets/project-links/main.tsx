import '../shared/styles/links.css';
import '../shared/styles/settings.css';
import '../shared/styles/lists.css';
import { openLinks } from '../shared/links/open-links.ts';
import { startWidget } from '../shared/start-widget.tsx';
import { createProjectApi } from './project-api.ts';
import { ProjectPage } from './project-page.tsx';
import { messages } from './translation.ts';

await startWidget({
  messages,
  view: (widget) => (
    <ProjectPage api={createProjectApi(widget.client)} store={openLinks(widget, 'project')} />
  ),
});
