/** What `--help` prints. */
export const usage = `A YouTrack on your machine that runs apps as a server does.

  youtrack-sandbox [flags] [APP…]     starts it; an APP is a package: a zip, or the folder a build writes
  youtrack-sandbox init [FILE]        writes a world to start from (world.json), to be given with --world
  youtrack-sandbox record --from URL --token TOKEN [FILE]
                                      reads a real server into an anonymised world (world.json)
  youtrack-sandbox conform --against URL --token TOKEN
                                      asks a real server what the sandbox had to guess, and prints where they differ

In this repository the same is: npm run sandbox -- [flags] [APP…]

Everybody on this YouTrack has a token: Authorization: Bearer perm:<login>, such as perm:admin. Without one you are the guest.
When it answers, one line is printed for programs, ready {"youtrack":"http://…","tracker":"http://…"}, and beside it
where the app's pages, endpoints, commands, tools and schedules are. Ctrl-C ends it.

Where and with what
  --port 8080                 port of YouTrack; 0 is any free one
  --tracker-port 8081         port of the stand-in for Yandex Tracker; 0 is any free one
  --world FILE                users, rights, projects, issues, articles as JSON; a small world without it
  --app ZIP|DIR               an app to install, like an APP without a flag; may be repeated
  --watch                     imports the apps again whenever their files change, and has open pages reload;
                              what is wrong with them is shown where their widgets are
  --state FILE                keeps everything in this file, and goes on from it at the next start
  --map HOST=ORIGIN           sends scripts' requests for that host elsewhere; may be repeated;
                              the word tracker for ORIGIN is the stand-in: --map api.tracker.yandex.net=tracker
  --quiet                     prints the line ready and nothing else for people
  --debug                     prints what scripts say with console.debug too; the inspector shows it in any case
  --help                      prints this

Where sources on YouTrack differ, or servers may
  --delete readonly|writable          may a DELETE endpoint write? (readonly)
  --unset null|undefined              how does an unset extension property read? (null)
  --writes serial|overlapping         do writes at the same time wait for each other, or does the last one win? (serial)
  --engine es2022|node                what of the language do scripts find: every server's, or all that Node has? (es2022)
  --youtrack 2025.3|2026.1|2026.2     which YouTrack is it? What came later is not there (2026.2)
  --mixed-scopes warn|refuse          is a handler file with scopes of both families imported? (warn)
  --removed-writes pass|throw         what does a script's write to what the same change removes do? (pass)

record: reads, and changes nothing there. Names, logins, addresses and texts are replaced; fields and rights are kept.
  --from URL                  the server: https://example.youtrack.cloud
  --token TOKEN               a permanent token, perm:…; or YOUTRACK_TOKEN in the environment
  --project KEY               a project to read, instead of all; may be repeated
  --limit 500                 the most issues of one project, the newest ones

conform: makes a project and an app of its own on the server, asks, and removes both. The token is an administrator's.
  --against URL               the server: https://example.youtrack.cloud
  --token TOKEN               a permanent token, perm:…; or YOUTRACK_TOKEN in the environment
  --other-token TOKEN         of somebody without rights, for two more questions; or YOUTRACK_OTHER_TOKEN
  --yes                       begins without asking
  --only ID,ID…               asks these questions alone
  --json                      prints every answer for programs
  and the switches above, for the sandbox that the server is compared with.
  It ends with 0 when nothing differs, 2 when something does, 1 when it could not begin.

Examples
  youtrack-sandbox my-app.zip                       looks at an app in the small world
  youtrack-sandbox dist --watch                     shows each build of an app at once, while a bundler writes dist
  youtrack-sandbox dist --world world.json          an app's build folder in a world of your own
  youtrack-sandbox --state demo.state --port 9000   goes on tomorrow where it stops today
`;
