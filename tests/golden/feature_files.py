#!/usr/bin/python3
"""Writes feature_files/: one table of 7 x 3 numbers as NumPy and h5py write it.

Needs python3-numpy and python3-h5py. The expected values stand in the test.
"""
import pathlib

import h5py
import numpy

FOLDER = pathlib.Path(__file__).parent / "feature_files"

TABLE = numpy.arange(21).reshape(7, 3) * 0.25 - 2


def write_npy():
    for kind in ("<f2", ">f2", "<f4", ">f4", "<f8", ">f8"):
        name = ("big" if kind[0] == ">" else "little") + kind[1:]
        numpy.save(FOLDER / f"rows-{name}.npy", TABLE.astype(kind))
        numpy.save(FOLDER / f"columns-{name}.npy", numpy.asfortranarray(TABLE.astype(kind)))


def write_npz():
    names = numpy.array([f"image {i}" for i in range(7)])
    numpy.savez(FOLDER / "one.npz", names=names, anything=TABLE.astype("<f4"))
    numpy.savez_compressed(FOLDER / "named.npz", other=TABLE[:, :2] + 1, features=TABLE)
    numpy.savez(FOLDER / "several.npz", first=TABLE, second=TABLE)
    numpy.savez(FOLDER / "columns.npz", features=numpy.asfortranarray(TABLE))
    numpy.savez(FOLDER / "none.npz", names=names)


def write_hdf5():
    with h5py.File(FOLDER / "one.h5", "w") as file:
        file["ids"] = numpy.arange(7)
        file.create_dataset("deep/er/rows", data=TABLE.astype("<f2"), chunks=(2, 2), compression="gzip")
    with h5py.File(FOLDER / "named.hdf5", "w") as file:
        file["other"] = TABLE + 1
        file["model/features"] = TABLE.astype(">f4")
    with h5py.File(FOLDER / "several.h5", "w") as file:
        file["first"] = TABLE
        file["second"] = TABLE
    with h5py.File(FOLDER / "none.h5", "w") as file:
        file["ids"] = numpy.arange(7)


FOLDER.mkdir(exist_ok=True)
write_npy()
write_npz()
write_hdf5()
