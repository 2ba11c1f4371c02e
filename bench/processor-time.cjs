// node -r processor-time.cjs …: at its end the process tells on stderr how much processor time it took (ms).
process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(`\n${(user + system) / 1000}\n`);
});
