// Lists as long as they are: the engine makes room for seventeen items with the first that is added.

/** The same items, where there is no more room than they need. Trees are kept long, and most of their lists have one item. */
export function exactly<Item>(items: Item[]): Item[] {
  return items.length === 0 ? items : items.slice();
}
