import '@jetbrains/ring-ui-built/components/style.css';
import Button from '@jetbrains/ring-ui-built/components/button/button';
import Input from '@jetbrains/ring-ui-built/components/input/input';
import Link from '@jetbrains/ring-ui-built/components/link/link';
import LoaderInline from '@jetbrains/ring-ui-built/components/loader-inline/loader-inline';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

const host = await YTApp.register();

/** The least a panel of links can be when it is made the usual way: React, Ring UI and Ring's stylesheet. */
function Panel() {
  const [links, setLinks] = useState();
  useEffect(() => {
    host
      .fetchApp('issue/panel', { scope: true, query: { envelope: 'true' } })
      .then(({ data }) => setLinks(data.links));
  }, []);
  if (links === undefined) return <LoaderInline />;
  return (
    <section>
      <Input placeholder="TEST-123" />
      <Button primary>Add</Button>
      {links.map(({ issueKey, url, addedBy, addedAt }) => (
        <div key={issueKey} className="row">
          <Link href={url} target="_blank">
            {issueKey}
          </Link>{' '}
          {addedBy} {new Date(addedAt).toLocaleString()} <Button inline>Remove</Button>
        </div>
      ))}
    </section>
  );
}

createRoot(document.getElementById('root')).render(<Panel />);
