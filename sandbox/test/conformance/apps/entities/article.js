var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// src/article.ts
var article_exports = {};
__export(article_exports, {
  httpHandler: () => httpHandler
});
module.exports = __toCommonJS(article_exports);
var import_answer = require("./answer");
var read = (0, import_answer.answering)("GET", "Article");
var httpHandler = {
  endpoints: [
    read("texts", ({ article }) => [article.id, article.summary, article.content, article.numberInProject]),
    read("people", ({ article }) => [article.author.login, article.updatedBy.login]),
    read("times", ({ article }) => [article.created, article.updated]),
    read("project", (ctx) => [ctx.article.project.key, ctx.project.key]),
    read("url", ({ article }) => article.url),
    read("tree", ({ article }) => [(0, import_answer.nameOf)(article.parentArticle), (0, import_answer.listOf)(article.childArticles)]),
    read("tags", ({ article }) => [(0, import_answer.listOf)(article.tags), article.hasTag("hot")]),
    read("comments", ({ article }) => article.comments.map((one) => [one.text, one.author.login, one.article.id, one.created])),
    read("attachments", ({ article }) => article.attachments.map((file) => [file.name, file.size, file.author.login])),
    read("permitted", ({ article }) => [(0, import_answer.listOf)(article.permittedGroups), (0, import_answer.listOf)(article.permittedUsers)]),
    read("no-isVisibleTo", ({ article }) => typeof article.isVisibleTo),
    read("isStarred", ({ article }) => article.isStarred)
  ]
};
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  httpHandler
});
