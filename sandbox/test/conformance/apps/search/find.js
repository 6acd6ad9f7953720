"use strict";var __create=Object.create;var __defProp=Object.defineProperty;var __getOwnPropNames=Object.getOwnPropertyNames;
var __commonJS=(cb,mod)=>function __require(){return mod||(0,cb[__getOwnPropNames(cb)[0]])((mod={exports:{}}).exports,mod),mod.exports};
// a module that esbuild keeps as CommonJS inside the bundle
var require_folders=__commonJS({"src/folders.js"(exports2,module2){"use strict";
  var entities=require("@jetbrains/youtrack-scripting-api/entities");
  module2.exports=function(name){
    if(!name)return null;
    if(name==="saved")return entities.SavedQuery.findQueryByName("Open ones");
    return entities.Project.findByKey(name)||entities.Tag.findTagByName(name);
  };
}});
var search=require("@jetbrains/youtrack-scripting-api/search");
var entities2=require("@jetbrains/youtrack-scripting-api/entities");
var folderOf=require_folders();
var {answering,listOf}=require("./answer.js");
var get=answering("GET"),post=answering("POST");
var parameter=(ctx,name)=>ctx.request.getParameter(name)||undefined;
module.exports={httpHandler:{endpoints:[
  get("issues",(ctx)=>listOf(search.search(folderOf(parameter(ctx,"in")),parameter(ctx,"q"),parameter(ctx,"as")?entities2.User.findByLogin(parameter(ctx,"as")):undefined))),
  get("no-user",(ctx)=>listOf(search.search(null,parameter(ctx,"q")))),
  get("set",()=>{const found=search.search(null,"project: DEMO sort by: {issue id} asc");return[found.isNotEmpty(),found.size,found.first().id,found.get(1).summary]}),
  get("text-folder",()=>listOf(search.search("project: DEMO #Resolved"))),
  get("by-property",(ctx)=>listOf(search.search(entities2.Project.findByKey("DEMO"),{query:parameter(ctx,"q"),extensionPropertiesQuery:{property1:"value1"}},ctx.currentUser))),
  get("by-properties",(ctx)=>listOf(search.search(null,{query:"",extensionPropertiesQuery:{property1:"value1",property2:2}},ctx.currentUser))),
  get("by-undeclared",()=>listOf(search.search(null,{query:"",extensionPropertiesQuery:{nowhere:1}}))),
  get("query-only",()=>listOf(search.search(null,{query:"issue id: DEMO-2"}))),
  get("example",(ctx)=>{const issue=entities2.Issue.findById("DEMO-1");return listOf(search.search(issue.project,{query:"for: me State: {In Progress} issue id: -"+issue.id,extensionPropertiesQuery:{property1:"value1"}},ctx.currentUser))}),
  post("mark",()=>{["DEMO-1","DEMO-2","DEMO-3"].forEach((id,index)=>{const issue=entities2.Issue.findById(id);issue.extensionProperties.property1="value1";issue.extensionProperties.property2=index});return true}),
]}};
