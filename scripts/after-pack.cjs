// Takes out of a package what an own runtime folder brings along: the start page of the runtime and its version marks.
const { rmSync } = require('node:fs');
const { join } = require('node:path');

module.exports = async ({ appOutDir }) => {
  for (const file of ['resources/default_app.asar', 'version', '.made-from'])
    rmSync(join(appOutDir, file), { force: true });
};
