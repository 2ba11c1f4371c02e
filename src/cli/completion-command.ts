// `pyasync2ts completion SHELL`: a script for the shell, made from the commands and options that there are.
import type { Command } from "commander";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

export function completion(program: Command, shell: Shell): string {
  const commands = program.commands.map((command) => command.name());
  const own = options_of(program);
  if (shell === "fish") return fish(program, commands);
  const cases = program.commands.map(
    (command) => `    ${command.name()}) words="${options_of(command).join(" ")}" ;;`,
  );
  const script = `_pyasync2ts() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words="${own.join(" ")}"
  case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  [ "$COMP_CWORD" -eq 1 ] && words="$words ${commands.join(" ")}"
  COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current"))
}
complete -o filenames -F _pyasync2ts pyasync2ts
`;
  return shell === "bash" ? script : `autoload -U +X bashcompinit && bashcompinit\n${script}`;
}

function fish(program: Command, commands: readonly string[]): string {
  const top = program.commands.map(
    (command) =>
      `complete -c pyasync2ts -n __fish_use_subcommand -a ${command.name()} -d ${quoted(command.description())}`,
  );
  const none = `not __fish_seen_subcommand_from ${commands.join(" ")}`;
  const inner = [program, ...program.commands].flatMap((command) =>
    command.options.flatMap(({ long, description }) => {
      if (long === undefined || long === null) return [];
      const where = command === program ? none : `__fish_seen_subcommand_from ${command.name()}`;
      const name = long.replace(/^--/, "");
      return [`complete -c pyasync2ts -n ${quoted(where)} -l ${name} -d ${quoted(description)}`];
    }),
  );
  return `${[...top, ...inner].join("\n")}\n`;
}

function options_of(command: Command): readonly string[] {
  return ["--help", ...command.options.flatMap(({ long }) => long ?? [])];
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
