import { startAddDialog } from '../shared/start-add-dialog.tsx';

await startAddDialog('article');
