# python measure.py PROGRAM: runs it as __main__, then tells on stderr how much processor time and how much time on the wall it took (ms).
import runpy
import sys
import time

start = time.process_time()
began = time.perf_counter()
runpy.run_path(sys.argv[1], run_name="__main__")
sys.stdout.flush()
processor = time.process_time() - start
sys.stderr.write(f"\n{processor * 1000} {(time.perf_counter() - began) * 1000}\n")
