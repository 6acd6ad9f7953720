import { z } from 'zod';

/** What REST answers, as far as a world is made of it; `fields` beside each shape asks for it. */
export const text = z.string().nullish();
export const time = z.number().nullish();
export const flag = z.boolean().nullish();

export const person = z.looseObject({ login: z.string() });
export const personFields = 'login';

export const groupShape = z.looseObject({
  name: text,
  allUsersGroup: flag,
  teamForProject: z.looseObject({ shortName: z.string() }).nullish(),
  users: z.array(person).nullish(),
});
export const groupFields = 'name,allUsersGroup,teamForProject(shortName)';

export const visibility = z
  .looseObject({ permittedUsers: z.array(person).nullish(), permittedGroups: z.array(groupShape).nullish() })
  .nullish();
export const visibilityFields = `visibility(permittedUsers(${personFields}),permittedGroups(${groupFields}))`;

export const userShape = z.looseObject({ login: z.string(), email: text, banned: flag, guest: flag });
export const userFields = 'login,email,banned,guest';

const value = z.looseObject({
  name: z.string(),
  description: text,
  archived: flag,
  isResolved: flag,
  released: flag,
  releaseDate: time,
  startDate: time,
  assembleDate: time,
  owner: person.nullish(),
  color: z.looseObject({ id: z.string() }).nullish(),
});
const valueFields = `name,description,archived,isResolved,released,releaseDate,startDate,assembleDate,owner(${personFields}),color(id)`;

export const fieldShape = z.looseObject({
  field: z.looseObject({
    name: z.string(),
    localizedName: text,
    fieldType: z.looseObject({ valueType: text, isMultiValue: flag, id: text }),
  }),
  canBeEmpty: flag,
  emptyFieldText: text,
  bundle: z.looseObject({ values: z.array(value).nullish() }).nullish(),
  defaultValues: z.array(z.looseObject({ name: text })).nullish(),
});
export const fieldFields = `field(name,localizedName,fieldType(id,valueType,isMultiValue)),canBeEmpty,emptyFieldText,bundle(values(${valueFields})),defaultValues(name)`;

export const projectShape = z.looseObject({
  id: z.string(),
  shortName: z.string(),
  description: text,
  archived: flag,
  leader: person.nullish(),
});
export const projectFields = `id,shortName,description,archived,leader(${personFields})`;

export const assignedRoleShape = z.looseObject({
  role: z
    .looseObject({ permissions: z.array(z.looseObject({ id: z.string(), key: text })).nullish() })
    .nullish(),
  scope: z.looseObject({ project: z.looseObject({ shortName: z.string() }).nullish() }).nullish(),
  holder: z.looseObject({ login: text, ...groupShape.shape }).nullish(),
});
export const assignedRoleFields = `role(permissions(id,key)),scope(project(shortName)),holder(${personFields},${groupFields})`;

/** What the token's owner holds, where nobody else's rights can be read. */
export const ownPermissionShape = z.looseObject({
  permission: z.looseObject({ key: z.string() }),
  global: flag,
  projects: z.array(z.looseObject({ shortName: z.string() })).nullish(),
});
export const ownPermissionFields = 'permission(key),global,projects(shortName)';

export type RemotePerson = z.infer<typeof person>;
export type RemoteVisibility = z.infer<typeof visibility>;
export type RemoteGroup = z.infer<typeof groupShape>;
export type RemoteField = z.infer<typeof fieldShape>;
export type RemoteValue = z.infer<typeof value>;
export type RemoteProject = z.infer<typeof projectShape>;
