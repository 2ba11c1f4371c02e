// Places that hold floats: variables, attributes, items of lists, results; those that must keep the same form lie in a group.
import type { Binding } from "../../facts/scopes.ts";
import type { FunctionRecord } from "../program/records.ts";
import type { Cell } from "../types/cell.ts";

/** An attribute stands by its name, a list by the cell of its items, a function for its results. */
export type Place = Binding | Cell | FunctionRecord | string;

interface Group {
  joined: Group | null;
  readonly members: Place[];
  is_spoiled: boolean;
  calculating: number;
  other: number;
  calculated: number;
  opaque: number;
}

/** What is stored: a plain number by itself, one of another place, or what only a function of the runtime tells. */
export type Form = "calculated" | "moved" | "opaque";

export class Places {
  private readonly groups = new Map<Place, Group>();
  private readonly moves = new Map<Place, Place[]>();
  private readonly known = new Map<Place, boolean>();
  private readonly asked = new Set<Group>();

  /** Both hold plain numbers, or neither does. */
  same(left: Place, right: Place): void {
    const [one, other] = [this.group(left), this.group(right)];
    if (one === other) return;
    other.joined = one;
    one.is_spoiled ||= other.is_spoiled;
    one.calculating += other.calculating;
    one.other += other.other;
    for (const each of other.members) one.members.push(each);
    one.calculated += other.calculated;
    one.opaque += other.opaque;
  }

  spoil(place: Place): void {
    this.group(place).is_spoiled = true;
  }

  read(place: Place, how: "calculating" | "other"): void {
    this.group(place)[how]++;
  }

  /** What is read in one place goes into another as it is. */
  moved(from: Place, to: Place): void {
    const known = this.moves.get(from);
    if (known === undefined) this.moves.set(from, [to]);
    else known.push(to);
  }

  stored(place: Place, form: Form): void {
    if (form !== "moved") this.group(place)[form]++;
  }

  /** Whether it may, and whether it pays: it is read to calculate at least as often as for other ends. */
  is_plain(place: Place): boolean {
    const known = this.known.get(place);
    if (known !== undefined) return known;
    const answer = this.groups.has(place) && this.decide(place);
    if (this.asked.size === 0) this.known.set(place, answer);
    return answer;
  }

  private decide(place: Place): boolean {
    const { is_spoiled, calculating, other, calculated, opaque } = this.group(place);
    if (is_spoiled || (calculated === 0 && opaque > 0)) return false;
    if (calculating >= other && calculating > 0) return true;
    const useful = calculating + this.useful_moves(place);
    return useful > 0 && useful >= other;
  }

  /** How often the value goes where plain numbers are kept. */
  private useful_moves(place: Place): number {
    const group = this.group(place);
    if (this.asked.has(group)) return 0;
    this.asked.add(group);
    const count = group.members
      .flatMap((each) => this.moves.get(each) ?? [])
      .filter((to) => this.group(to) !== group && this.is_plain(to)).length;
    this.asked.delete(group);
    return count;
  }

  keys(): readonly Place[] {
    return [...this.groups.keys()];
  }

  private group(place: Place): Group {
    let group = this.groups.get(place);
    if (group === undefined) {
      group = {
        joined: null,
        members: [place],
        is_spoiled: false,
        calculating: 0,
        other: 0,
        calculated: 0,
        opaque: 0,
      };
      this.groups.set(place, group);
    }
    while (group.joined !== null) group = group.joined;
    this.groups.set(place, group);
    return group;
  }
}
