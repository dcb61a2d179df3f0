"""Writes the files of this folder that begin with `np-`, by numpy itself.

Run `python3 make_fixtures.py` in this folder; made with numpy 2.4.6. The tests state the values that they expect.
"""
import numpy as np

x = np.array([[1.0, -2.5], [0.1, 1e300], [-0.0, 5e-324]])
small = np.array([[0, 1], [2, 3], [100, 7]])

np.save("np-f8.npy", x)
np.save("np-f8-fortran.npy", np.asfortranarray(x))
np.save("np-f8-big.npy", x.astype(">f8"))
np.save("np-f8-list.npy", x[:, 0].copy())
np.save("np-f8-single.npy", np.array(1.5))
np.save("np-f8-empty.npy", np.zeros((0, 2)))
np.save("np-cube.npy", np.arange(24.0).reshape(4, 3, 2))
np.save("np-cube-fortran.npy", np.asfortranarray(np.arange(24.0).reshape(4, 3, 2)))
np.save("np-cube-fortran-f4-big.npy", np.asfortranarray(np.arange(24.0).reshape(4, 3, 2).astype(">f4")))
for code in ["f2", "f4", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"]:
    for order in "<>":
        np.save(f"np-small-{'little' if order == '<' else 'big'}-{code}.npy", small.astype(order + code))
np.save("np-bool.npy", small > 1)
np.save("np-extreme-i8.npy", np.array([-2**63, 2**63 - 1]))
np.save("np-extreme-u8.npy", np.array([0, 2**63, 2**64 - 1, 2**63 + 1024, 2**63 + 1025], dtype="u8"))
np.save("np-extreme-f2.npy", np.array([np.inf, -np.inf, np.nan, 65504, 6e-8], dtype="f2"))
for version in [(2, 0), (3, 0)]:
    with open(f"np-version{version[0]}.npy", "wb") as f:
        np.lib.format.write_array(f, x, version=version)

np.save("np-refused-strings.npy", np.array([["a", "b"]]))
np.save("np-refused-bytes.npy", np.array([[b"a", b"b"]]))
np.save("np-refused-objects.npy", np.array([[1, None]], dtype=object))
np.save("np-refused-complex.npy", np.array([[1j, 2]]))
np.save("np-refused-records.npy", np.array([(1.0, 2)], dtype=[("a", "<f8"), ("shape", "<i4")]))
np.save("np-refused-dates.npy", np.array([["2020-01-01"]], dtype="M8[D]"))
np.save("np-refused-longdouble.npy", np.array([[1.0]], dtype="longdouble"))

np.savez("np-stored.npz", x=x, y=small)
np.savez_compressed("np-deflated.npz", x=x, f=np.asfortranarray(np.arange(24.0).reshape(4, 3, 2)))
np.savez("np-single.npz", points=x)
np.savez("np-unclear.npz", a=x, b=x)
np.savetxt("np-savetxt.csv", x, delimiter=",", header="x0,x1")
