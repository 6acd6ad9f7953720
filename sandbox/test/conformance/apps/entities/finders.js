"use strict";
// As tsc writes it.
Object.defineProperty(exports, "__esModule", { value: true });
exports.httpHandler = void 0;
const entities_1 = require("@jetbrains/youtrack-scripting-api/entities");
const answer_1 = require("./answer.js");
const read = (0, answer_1.answering)("GET", "GLOBAL");
const known = (found) => found === null ? null : (0, answer_1.nameOf)(found);
exports.httpHandler = {
    endpoints: [
        read("issue", (ctx) => known(entities_1.Issue.findById(ctx.request.getParameter("id")))),
        read("article", (ctx) => known(entities_1.Article.findById(ctx.request.getParameter("id")))),
        read("project-key", (ctx) => known(entities_1.Project.findByKey(ctx.request.getParameter("id")))),
        read("project-name", (ctx) => known(entities_1.Project.findByName(ctx.request.getParameter("id")))),
        read("user", (ctx) => known(entities_1.User.findByLogin(ctx.request.getParameter("id")))),
        read("user-email", (ctx) => (0, answer_1.listOf)(entities_1.User.findByEmail(ctx.request.getParameter("id")))),
        read("user-unique", (ctx) => known(entities_1.User.findUniqueByEmail(ctx.request.getParameter("id")))),
        read("group", (ctx) => known(entities_1.UserGroup.findByName(ctx.request.getParameter("id")))),
        read("link-type", (ctx) => { const found = entities_1.IssueLinkPrototype.findByName(ctx.request.getParameter("id")); return found && [found.outward, found.inward]; }),
        read("tag", (ctx) => { const found = entities_1.Tag.findTagByName(ctx.request.getParameter("id")); return found && [found.name, found.owner.login]; }),
        read("tags", (ctx) => entities_1.Tag.findByName(ctx.request.getParameter("id")).map((tag) => tag.owner.login)),
        read("tags-of", (ctx) => entities_1.Tag.findByOwner(entities_1.User.findByLogin(ctx.request.getParameter("id"))).map((tag) => tag.name)),
        read("saved", (ctx) => { const found = entities_1.SavedQuery.findQueryByName(ctx.request.getParameter("id")); return found && [found.name, found.query, found.owner.login]; }),
        read("saved-all", (ctx) => entities_1.SavedQuery.findByName(ctx.request.getParameter("id")).size),
        read("work-types", (ctx) => entities_1.WorkItemType.findByProject(entities_1.Project.findByKey(ctx.request.getParameter("id"))).map((type) => type.name)),
        read("current", () => entities_1.User.current.login),
        read("all-users", () => [entities_1.UserGroup.allUsersGroup.name, entities_1.UserGroup.allUsersGroup.isAllUsersGroup]),
        read("field-types", () => [entities_1.State.fieldType, entities_1.EnumField.fieldType, entities_1.User.fieldType, entities_1.ProjectVersion.fieldType].map((type) => typeof type === "string" && type.length > 0)),
        read("no-find-by-id", () => typeof entities_1.Project.findById),
        read("not-a-constructor", () => new entities_1.Project()),
        read("new-in-get", (ctx) => new entities_1.Issue(ctx.currentUser, entities_1.Project.findByKey("DEMO"), "x")),
    ]
};
