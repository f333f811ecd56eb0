"""Meshes and loosened surfaces: cloth and hair as a grid that is filled, closed, blurred and cut."""

import numpy as np
from scipy import ndimage
from scipy.sparse import coo_matrix
from skimage.measure import marching_cubes

from body import SKIN, unit


def normals(v, f):
    flat = np.cross(v[f[:, 1]] - v[f[:, 0]], v[f[:, 2]] - v[f[:, 0]])
    out = np.zeros_like(v)
    for k in range(3):
        np.add.at(out, f[:, k], flat)
    return out / (np.linalg.norm(out, axis=1)[:, None] + 1e-12)


def faces(points):
    """The faces of the skin all of whose points are meant."""
    return SKIN[points[SKIN].all(1)]


def soften(v, f, times=10, share=0.5):
    """Laplace smoothing on the faces alone."""
    edge = np.concatenate([f[:, [0, 1]], f[:, [1, 2]], f[:, [2, 0]]])
    edge = np.concatenate([edge, edge[:, ::-1]])
    near = coo_matrix((np.ones(len(edge)), (edge[:, 0], edge[:, 1])), shape=(len(v), len(v))).tocsr()
    near.data[:] = 1
    count = np.asarray(near.sum(1)).ravel()
    used, v = count > 0, v.copy()
    for _ in range(times):
        v[used] += share * ((near @ v)[used] / count[used][:, None] - v[used])
    return v


def inflate(v, f, by, smooth=6, even=4):
    """A little smoother, and pushed out by so much (one number, or one a point)."""
    v = soften(v, f, smooth)
    out = soften(normals(v, f), f, even)
    out /= np.linalg.norm(out, axis=1)[:, None] + 1e-9
    return v + out * (np.asarray(by)[:, None] if np.ndim(by) else by)


def sample(v, f, step):
    """Points all over the faces, no further apart than the step."""
    a, b, c = v[f[:, 0]], v[f[:, 1]], v[f[:, 2]]
    longest = np.max([np.linalg.norm(p - q, axis=1) for p, q in ((a, b), (b, c), (c, a))], 0)
    count, out = np.clip(np.ceil(longest / step).astype(int), 1, 60), []
    for k in np.unique(count):
        i, j = np.meshgrid(np.arange(k + 1), np.arange(k + 1))
        u, w = ((x[i + j <= k] / k)[:, None, None] for x in (i, j))
        q = count == k
        out.append((a[q][None] * (1 - u - w) + b[q][None] * u + c[q][None] * w).reshape(-1, 3))
    return np.concatenate(out)


def caps(v, f, step):
    """Points that close the open ends of a patch: a fan to the middle of each rim."""
    edge = np.concatenate([f[:, [0, 1]], f[:, [1, 2]], f[:, [2, 0]]])
    _, which, count = np.unique(np.sort(edge, 1), axis=0, return_inverse=True, return_counts=True)
    after = {}
    for a, b in edge[count[which.ravel()] == 1]:
        after.setdefault(int(a), []).append(int(b))
    out, seen = [np.zeros((0, 3))], set()
    for start in after:
        if start in seen:
            continue
        loop = [start]
        seen.add(start)
        while follow := [x for x in after.get(loop[-1], []) if x not in seen]:
            loop.append(follow[0])
            seen.add(follow[0])
        if len(loop) < 4:
            continue
        rim = v[loop]
        middle, round_ = rim.mean(0), np.vstack([rim, rim[:1]])
        ring = np.concatenate([round_[:-1] + np.diff(round_, axis=0) * t for t in (0, 0.25, 0.5, 0.75)])
        rings = max(1, int(np.linalg.norm(rim - middle, axis=1).max() / step) + 1)
        out += [middle + (ring - middle) * t for t in np.linspace(0, 1, rings)]
    return np.concatenate(out)


def ellipsoid(middle, radii, step=0.04):
    axes = [np.linspace(-1, 1, int(2 * r / step) + 1) for r in radii]
    grid = np.stack(np.meshgrid(*axes, indexing="ij"), -1).reshape(-1, 3)
    return grid[(grid**2).sum(1) <= 1] * np.asarray(radii) + np.asarray(middle)


def soft_min(a, b, width):
    h = np.clip(0.5 + 0.5 * (b - a) / width, 0, 1)
    return b * (1 - h) + a * h - width * h * (1 - h)


def loosened(points, close, thick=0.05, cell=0.05, blur=2.0, cuts=(), carve=(), soft=0.09):
    """A mesh round the points. `close` bridges hollows as cloth does (dm); `cuts` are planes (point, direction to the
    kept side); `carve` are functions of a grid, above 0 where something stays."""
    low = points.min(0) - max(0.8, close + 0.3)
    size = np.ceil((points.max(0) + max(0.8, close + 0.3) - low) / cell).astype(int) + 1
    marked = np.zeros(size, bool)
    marked[tuple(np.round((points - low) / cell).astype(int).T)] = True
    solid = ndimage.binary_fill_holes(ndimage.distance_transform_edt(~marked) * cell < close)
    inside = ndimage.distance_transform_edt(solid) - ndimage.distance_transform_edt(~solid)
    field = ndimage.gaussian_filter(inside * cell - (close - thick), blur)
    if cuts or carve:
        grid = np.stack(np.meshgrid(*[low[k] + cell * np.arange(size[k]) for k in range(3)], indexing="ij"), -1)
        for at, kept in cuts:
            field = soft_min(field, (grid - np.asarray(at)) @ unit(kept), soft)
        for keep in carve:
            field = soft_min(field, keep(grid), soft)
    v, f, _, _ = marching_cubes(np.pad(field, 1, constant_values=-1.0), 0.0)
    f = f[:, ::-1].copy()
    return (soften(v, f, 4) - 1) * cell + low, f


def press(v, plane=0.0, soft=0.06):
    """Points below the plane, softly up to it."""
    v = v.copy()
    v[:, 2] = plane + soft * np.logaddexp(0, (v[:, 2] - plane) / soft)
    return v


def split(v, f, value):
    """Cuts faces where the value of the points changes its sign: new points, faces above 0, faces below."""
    above = value > 0
    count = above[f].sum(1)
    new, edges = [], {}

    def between(a, b):
        key = (min(a, b), max(a, b))
        if key not in edges:
            t = value[a] / (value[a] - value[b])
            edges[key] = len(v) + len(new)
            new.append(v[a] * (1 - t) + v[b] * t)
        return edges[key]

    more, less = [], []
    for face in f[(count == 1) | (count == 2)]:
        up = above[face]
        lone = int(np.where(up if up.sum() == 1 else ~up)[0][0])
        a, b, c = face[lone], face[(lone + 1) % 3], face[(lone + 2) % 3]
        ab, ac = between(a, b), between(a, c)
        tip, base = [[a, ab, ac]], [[ab, b, c], [ab, c, ac]]
        one, other = (more, less) if up.sum() == 1 else (less, more)
        one += tip
        other += base
    as_faces = lambda rows, whole: np.concatenate([whole, np.array(rows, int).reshape(-1, 3)])
    return np.vstack([v, *new]) if new else v, as_faces(more, f[count == 3]), as_faces(less, f[count == 0])


def inside_polygon(points, polygon):
    """Signed distance to a polygon in the plane, above 0 inside."""
    shape, p = points.shape[:-1], points.reshape(-1, 2)
    far, within = np.full(len(p), 1e9), np.zeros(len(p), bool)
    for a, b in zip(polygon, np.roll(polygon, -1, 0)):
        e, w = b - a, p - a
        t = np.clip((w @ e) / (e @ e), 0, 1)
        far = np.minimum(far, ((w - t[:, None] * e) ** 2).sum(1))
        crosses = (a[1] <= p[:, 1]) != (b[1] <= p[:, 1])
        if crosses.any():
            within[crosses] ^= p[crosses, 0] < a[0] + (p[crosses, 1] - a[1]) / (b[1] - a[1]) * e[0]
    return np.where(within, np.sqrt(far), -np.sqrt(far)).reshape(shape)


def rounded(polygon, steps=6):
    """A closed smooth curve through the points (Catmull-Rom)."""
    p, out = np.asarray(polygon, float), []
    for i in range(len(p)):
        a, b, c, d = p[i - 1], p[i], p[(i + 1) % len(p)], p[(i + 2) % len(p)]
        for t in np.linspace(0, 1, steps, endpoint=False):
            out.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    return np.array(out)
