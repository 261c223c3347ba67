// Object.groupBy for Node 20: the engine's library calls it. Must be imported before the library.
type GroupBy = <T>(items: Iterable<T>, key: (item: T, index: number) => PropertyKey) => Record<PropertyKey, T[]>;

const target = Object as unknown as { groupBy?: GroupBy };

target.groupBy ??= (items, key) => {
  const groups = Object.create(null) as Record<PropertyKey, ReturnType<typeof Array.from>>;
  let index = 0;
  for (const item of items) {
    const name = key(item, index++);
    const group = groups[name] ?? [];
    groups[name] = group;
    group.push(item);
  }
  return groups as never;
};

export {};
