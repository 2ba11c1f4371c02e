// Modules that import each other and run by turns: what such a module does becomes a function, called where it is imported.
import type { Facts } from "../../facts/facts.ts";
import type { Scope } from "../../facts/scopes.ts";
import type { Project, SourceModule } from "../../project.ts";
import { moved } from "../moved-trivia.ts";
import { entangled } from "./entangled.ts";
import { free } from "./free-name.ts";
import { Runs } from "./runs.ts";
import { StaticStatements } from "./static-statements.ts";
import { taken_in_turns } from "./turn.ts";

/**
 * ES modules run whole, one after the other. So of each module of an entangled cycle only what nobody can see happen
 * stays at the top level (functions, plain classes, constants); the rest becomes the body of a function that runs once,
 * and every import of the module, in whatever module, calls it where it stands.
 *
 * Gives the very project where no cycle is entangled. Facts of the new one are to be found anew.
 */
export function with_turns(project: Project, facts: ReadonlyMap<SourceModule, Facts>): Project {
  if (project.modules.length > MOST_MODULES) return project;
  const members = entangled(project, facts);
  if (members.size === 0) return project;
  const names = names_of(facts);
  const own = { run: free("run_module", names), flag: free("is_begun", names) };
  const statics = new StaticStatements(project, facts, members);
  const replaced = new Map<SourceModule, SourceModule>();
  for (const source of project.modules) {
    const own_facts = facts.get(source);
    if (own_facts === undefined) continue;
    const runs = new Runs(source, project, members, own.run, names);
    const { body } = source.module;
    const written = members.has(source.name)
      ? taken_in_turns(source, own_facts, statics, runs, own)
      : runs.in_program(body);
    if (written === body) continue;
    const module = { ...source.module, body: written };
    runs.replaced.set(source.module, module);
    const trivia = moved(source.trivia, runs.replaced);
    replaced.set(source, { ...source, module, trivia, imports: runs.imports });
  }
  const main = replaced.get(project.main) ?? project.main;
  return { ...project, main, modules: project.modules.map((each) => replaced.get(each) ?? each) };
}

/** What is rewritten is analysed once more, and for so many modules that takes minutes: there such imports are refused. */
const MOST_MODULES = 400;

/** All names that any code of the project binds. */
function names_of(facts: ReadonlyMap<SourceModule, Facts>): ReadonlySet<string> {
  const names = new Set<string>();
  const pending: Scope[] = [...facts.values()].map(({ scopes }) => scopes.module);
  for (let scope = pending.pop(); scope !== undefined; scope = pending.pop()) {
    for (const name of scope.bindings.keys()) names.add(name);
    pending.push(...scope.children);
  }
  return names;
}
