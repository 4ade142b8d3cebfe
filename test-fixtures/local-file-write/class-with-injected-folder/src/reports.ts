import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export class Reports {
  constructor(private readonly folder: string) {}

  async save(name: string, text: string) {
    // expect: local-file-write
    await writeFile(join(this.folder, name), text);
  }
}
