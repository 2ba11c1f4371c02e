# python measure.py PROGRAM: runs it as __main__, then tells on stderr how much processor time it took (ms).
import runpy
import sys
import time

start = time.process_time()
runpy.run_path(sys.argv[1], run_name="__main__")
sys.stdout.flush()
sys.stderr.write(f"\n{(time.process_time() - start) * 1000}\n")
