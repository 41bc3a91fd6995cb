"""NumPy beside the core: numpy_peer.py FOLDER [CHUNK]. Evaluates the draws that native_run exported and
answers "evaluate" with its time; "write" puts the outputs beside the core's."""

import json
import os
import sys
import time

import numpy as np

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from numpy_model import OUTPUTS, Model  # noqa: E402

# Draws at once: large enough that Python's calls do not count, small enough for the cache.
CHUNK = 512


def main():
    folder, chunk = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else CHUNK
    with open(os.path.join(folder, "export.json"), encoding="utf-8") as file:
        export = json.load(file)
    with open(os.path.join(HERE, "..", "..", "public", "packs", "pk.json"), encoding="utf-8") as file:
        model = Model(json.load(file), export["inputs"])
    draws = export["draws"]
    inputs = np.fromfile(os.path.join(folder, "inputs.f64")).reshape(-1, draws)
    # Chunk by chunk, so that the inputs of a chunk lie together.
    chunks = [np.ascontiguousarray(inputs[:, at:at + chunk]) for at in range(0, draws, chunk)]
    outputs = np.empty((len(chunks), OUTPUTS, export["years"], chunk))
    for command in sys.stdin:
        answer = {}
        if command.strip() == "write":
            np.moveaxis(outputs, 0, 2).tofile(os.path.join(folder, "numpy.f64"))
        else:
            start = time.process_time()
            for x, out in zip(chunks, outputs):
                model.evaluate(x, out)
            answer["evaluate"] = 1e3 * (time.process_time() - start)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
