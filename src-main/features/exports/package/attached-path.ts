// Where the file of an attachment lies in a package: by its id, with the ending of its name when that is a plain one.

export function attachedPath({ id, name }: { readonly id: string; readonly name: string }): string {
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase();
  return `files/${id}${ending === undefined ? '' : `.${ending}`}`;
}
