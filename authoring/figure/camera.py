"""A camera without perspective, and the buffers it fills: depth, and what is there."""

import ctypes
import subprocess
import tempfile
from pathlib import Path

import numpy as np

# How many times finer than the picture the buffers are.
FINER = 3


def compiled():
    made = Path(tempfile.mkdtemp()) / "raster.so"
    source = Path(__file__).with_name("raster.c")
    subprocess.check_call(["cc", "-O2", "-ffp-contract=off", "-shared", "-fPIC", "-o", made, source, "-lm"])
    return ctypes.CDLL(str(made)).raster


RASTER = compiled()


class Camera:
    """World: x along the table towards the client's head, y away from the viewer, z up. `above` and `turned` are
    degrees: above the level, and to the viewer's left. `scale` is pixels a dm of a picture of that size."""

    def __init__(self, above, turned, scale, size, middle):
        e, a = np.radians(above), np.radians(turned)
        right = np.array([np.cos(a), np.sin(a), 0])
        away = np.array([-np.sin(a) * np.cos(e), np.cos(a) * np.cos(e), -np.sin(e)])
        self.axes = np.stack([right, np.cross(right, away), -away])
        self.middle, self.size, self.scale = np.array(middle, float), size, scale
        self.width, self.height = size[0] * FINER, size[1] * FINER

    def __call__(self, v):
        p = (v - self.middle) @ self.axes.T
        p[..., 0] = self.width / 2 + p[..., 0] * self.scale * FINER
        p[..., 1] = self.height / 2 - p[..., 1] * self.scale * FINER
        return p


class Buffers:
    def __init__(self, camera, meshes=()):
        self.camera = camera
        self.depth = np.full((camera.height, camera.width), -1e9, np.float32)
        self.label = np.zeros((camera.height, camera.width), np.int32)
        for mesh in meshes:
            self.add(*mesh)

    def add(self, v, f, label):
        p, f = np.ascontiguousarray(self.camera(v)), np.ascontiguousarray(f, np.int32)
        label = np.ascontiguousarray(np.broadcast_to(np.asarray(label, np.int32), (len(f),)))
        at = lambda a: a.ctypes.data_as(ctypes.c_void_p)
        RASTER(at(p), at(f), at(label), len(f), self.camera.width, self.camera.height, at(self.depth), at(self.label))
