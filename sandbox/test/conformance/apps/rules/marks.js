// Each rule of this app reacts to issues whose summary begins with its own mark.
exports.hasMark = (issue, mark) => issue.summary.indexOf(mark + ':') === 0;
exports.note = (issue, text) => { issue.description = (issue.description ? issue.description + '|' : '') + text; };
