const toDate = (ms) => new Date(ms).toISOString().replace('Z', '+0000');

function toAssignee(user) {
  const { trackerLogin, trackerUid, passportUid } = user.extensionProperties;
  if (!trackerLogin && !trackerUid && !passportUid) return undefined;
  return {
    trackerUid: trackerUid ? Number(trackerUid) : undefined,
    passportUid: passportUid ? Number(passportUid) : undefined,
    login: trackerLogin ? trackerLogin : undefined,
  };
}

function toInfo(issue) {
  const { State: state, Assignee: assignee } = issue.fields;
  const deadline = issue.fields['Due Date'];
  return {
    key: issue.id,
    summary: issue.summary,
    status: state ? { name: state.name, description: state.description || undefined } : undefined,
    resolution:
      state && issue.isResolved
        ? { name: state.name, description: state.description || undefined }
        : undefined,
    assignee: assignee ? toAssignee(assignee) : undefined,
    updated: toDate(issue.updated),
    deadline: deadline ? toDate(deadline) : undefined,
  };
}

exports.httpHandler = {
  endpoints: [
    { scope: 'issue', method: 'GET', path: 'info', handle: (ctx) => ctx.response.json(toInfo(ctx.issue)) },
  ],
};
