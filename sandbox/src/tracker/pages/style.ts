/** The stylesheet of every page: calm, light or dark as the reader's system is, usable from 320 px. */
export const style = `
:root {
  color-scheme: light dark;
  --page: #f5f6f8; --card: #ffffff; --ink: #1d2129; --muted: #5a6270; --line: #dfe3e9;
  --accent: #2257c9; --accent-ink: #ffffff; --tint: #e9effc; --tint-ink: #1f479f;
  --done: #e3f3e7; --done-ink: #1c6432; --bad: #fdecea; --bad-ink: #a02318; --warn: #fdf3dc; --warn-ink: #76500a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171c; --card: #1c2027; --ink: #e7eaf0; --muted: #a3acba; --line: #333a45;
    --accent: #8fb2ff; --accent-ink: #10203f; --tint: #24324f; --tint-ink: #b9cdfb;
    --done: #1e3626; --done-ink: #a0dcb3; --bad: #41211f; --bad-ink: #ffb9b1; --warn: #3a2f16; --warn-ink: #f0d391;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto,
  "Noto Sans", "Open Sans", sans-serif; overflow-wrap: anywhere;
}
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
header { background: var(--card); border-bottom: 1px solid var(--line); }
.bar, main { max-width: 880px; margin: 0 auto; padding: 12px 16px; }
.bar { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; }
.bar strong { font-size: 16px; }
.bar strong a { color: inherit; }
.bar .language { margin-left: auto; }
main { padding: 20px 16px 48px; }
main p a { text-decoration: underline; }
.crumbs { display: flex; gap: 6px; margin-bottom: 14px; font-size: 13px; }
.crumbs a + a::before { content: '/'; margin-right: 6px; color: var(--muted); display: inline-block; }
p.key { margin: 0; }
h1 { margin: 2px 0 16px; font-size: 24px; line-height: 1.3; font-weight: 650; }
h2 { margin: 32px 0 12px; font-size: 17px; line-height: 1.4; font-weight: 650; }
h3 { margin: 0 0 12px; font-size: 15px; font-weight: 650; }
p { margin: 0 0 12px; }
.muted { color: var(--muted); }
.small { font-size: 13px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 16px; }
.card + .card, .card + .notice, .notice + .card { margin-top: 12px; }
.below { margin-top: 16px; }
.found { margin: 20px 0 10px; }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 180px), 1fr)); gap: 14px 20px; margin: 0; }
.fields dt { color: var(--muted); font-size: 13px; }
.fields dd { margin: 2px 0 0; }
ul.plain { list-style: none; margin: 0; padding: 0; }
.rows { background: var(--card); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.rows > li { padding: 12px 16px; display: flex; gap: 4px 14px; align-items: baseline; }
.rows > li + li { border-top: 1px solid var(--line); }
.issue-key { flex: 0 0 84px; white-space: nowrap; }
.issue-summary { flex: 1 1 0; min-width: 0; }
.issue-side { display: flex; gap: 8px; align-items: baseline; white-space: nowrap; }
.badge {
  display: inline-block; border-radius: 999px; padding: 1px 10px; font-size: 13px; background: var(--tint);
  color: var(--tint-ink);
}
.badge.done { background: var(--done); color: var(--done-ink); }
.rows > li.link { align-items: flex-start; }
.icon { flex: none; width: 20px; height: 20px; margin-top: 2px; border-radius: 4px; overflow: hidden; background: var(--tint); display: flex; }
/* No width: a picture that does not load then takes no room, and the tint stays. */
.icon img { max-width: 20px; max-height: 20px; margin: auto; object-fit: contain; }
.link .body { flex: 1 1 0; min-width: 0; }
.link .name { font-weight: 600; margin-right: 6px; white-space: nowrap; }
.link s .name, .link s { color: var(--muted); }
.meta { display: flex; flex-wrap: wrap; gap: 6px 14px; align-items: baseline; margin-top: 6px; font-size: 13px; color: var(--muted); }
.meta .value { color: var(--ink); }
.overdue, .overdue .value { color: var(--bad-ink); }
.notice { border-radius: 8px; padding: 10px 14px; margin: 0 0 12px; background: var(--tint); color: var(--tint-ink); }
.notice.good { background: var(--done); color: var(--done-ink); }
.notice.bad { background: var(--bad); color: var(--bad-ink); }
.notice.warn { background: var(--warn); color: var(--warn-ink); }
.link .notice { margin: 8px 0 0; padding: 6px 10px; font-size: 13px; }
.notice ul { margin: 0; padding-left: 18px; }
form.add { display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-end; }
label { display: block; font-size: 13px; color: var(--muted); flex: 1 1 200px; min-width: 0; }
input, select {
  display: block; width: 100%; margin-top: 4px; height: 36px; padding: 0 10px; font: inherit; color: var(--ink);
  background: var(--page); border: 1px solid var(--muted); border-radius: 6px;
}
button {
  height: 36px; padding: 0 16px; font: inherit; border-radius: 6px; border: 1px solid var(--accent); cursor: pointer;
  background: var(--accent); color: var(--accent-ink);
}
button.quiet { background: none; border-color: var(--line); color: var(--ink); }
button.quiet:hover { border-color: var(--muted); }
button.small { height: 28px; padding: 0 10px; font-size: 13px; }
details { margin-top: 32px; }
summary { cursor: pointer; font-weight: 650; }
details p { margin-top: 8px; }
details .card { margin-top: 8px; }
.card form + form { margin-top: 12px; }
.calls > li { display: block; font-size: 13px; }
.calls code { font: 12px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
.calls .bad { color: var(--bad-ink); }
@media (max-width: 560px) {
  h1 { font-size: 20px; }
  .fields { grid-template-columns: repeat(auto-fill, minmax(112px, 1fr)); }
  .rows > li { flex-wrap: wrap; }
  .issue-key { flex-basis: auto; }
  .issue-summary { flex-basis: 100%; order: 3; }
  .issue-side { margin-left: auto; }
  .link form { flex-basis: 100%; padding-left: 34px; }
}
`;
