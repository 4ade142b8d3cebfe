export class Doctors {
  private readonly pending = new Map<string, Promise<unknown>>();

  async find(id: string) {
    let lookup = this.pending.get(id);
    if (lookup === undefined) {
      lookup = fetch(`https://registry.example.com/${id}`).then((answer) => answer.json());
      this.pending.set(id, lookup);
      lookup.finally(() => this.pending.delete(id));
    }
    return lookup;
  }
}
