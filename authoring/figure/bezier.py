"""Evenly spaced points to as few cubic curves as a tolerance allows (after Schneider), and these to path data."""

import numpy as np
from scipy import ndimage


def resample(p, step):
    far = np.r_[0, np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))]
    if far[-1] < 1e-6:
        return p[:1]
    at = np.linspace(0, far[-1], max(2, int(round(far[-1] / step)) + 1))
    return np.stack([np.interp(at, far, p[:, k]) for k in (0, 1)], 1)


def smooth(p, sigma, closed):
    """Gaussian along the line; open ends stay where they are."""
    if len(p) < 5:
        return p
    if closed:
        q = ndimage.gaussian_filter1d(p[:-1], sigma, axis=0, mode="wrap")
        return np.vstack([q, q[:1]])
    k = min(int(4 * sigma) + 1, len(p) - 1)
    before, after = 2 * p[0] - p[k:0:-1], 2 * p[-1] - p[-2 : -k - 2 : -1]
    q = ndimage.gaussian_filter1d(np.vstack([before, p, after]), sigma, axis=0, mode="nearest")
    return q[len(before) : len(before) + len(p)]


def point(c, t):
    t = t[:, None]
    return (1 - t) ** 3 * c[0] + 3 * (1 - t) ** 2 * t * c[1] + 3 * (1 - t) * t * t * c[2] + t**3 * c[3]


def one(p, t1, t2, u):
    b0, b1, b2, b3 = (1 - u) ** 3, 3 * u * (1 - u) ** 2, 3 * u * u * (1 - u), u**3
    a1, a2 = t1[None] * b1[:, None], t2[None] * b2[:, None]
    rest = p - (p[0][None] * (b0 + b1)[:, None] + p[-1][None] * (b2 + b3)[:, None])
    c00, c01, c11 = (a1 * a1).sum(), (a1 * a2).sum(), (a2 * a2).sum()
    x0, x1 = (a1 * rest).sum(), (a2 * rest).sum()
    det, far = c00 * c11 - c01 * c01, np.linalg.norm(p[-1] - p[0])
    s1, s2 = ((x0 * c11 - x1 * c01) / det, (c00 * x1 - c01 * x0) / det) if abs(det) > 1e-9 else (0, 0)
    if min(s1, s2) < 1e-3 * far or max(s1, s2) > 3 * far + 1:
        s1 = s2 = far / 3
    return np.array([p[0], p[0] + t1 * s1, p[-1] + t2 * s2, p[-1]])


def better(c, p, u):
    off = point(c, u) - p
    d1 = 3 * ((1 - u) ** 2)[:, None] * (c[1] - c[0]) + 6 * ((1 - u) * u)[:, None] * (c[2] - c[1])
    d1 += 3 * (u * u)[:, None] * (c[3] - c[2])
    d2 = 6 * (1 - u)[:, None] * (c[2] - 2 * c[1] + c[0]) + 6 * u[:, None] * (c[3] - 2 * c[2] + c[1])
    over, under = (off * d1).sum(1), (d1 * d1).sum(1) + (off * d2).sum(1)
    return np.clip(np.where(np.abs(under) > 1e-12, u - over / np.where(under == 0, 1, under), u), 0, 1)


def direction(v):
    far = np.linalg.norm(v)
    return v / far if far > 0 else np.array([1.0, 0])


# Whether long straight edges become single lines; `picture.svg` says so for a scene.
RULED = False
THIRDS = np.array([0, 1 / 3, 2 / 3, 1])


def is_straight(p, most):
    """Whether long points lie on the line between their ends: the steps of pixels would bend a curve there."""
    along = p[-1] - p[0]
    far = np.linalg.norm(along)
    return RULED and far > 24 and np.abs((p - p[0]) @ [-along[1], along[0]]).max() < 0.6 * most * far


def fit(p, most, t1=None, t2=None, depth=0):
    if len(p) < 2:
        return []
    if is_straight(p, most):
        return [p[0] + (p[-1] - p[0]) * THIRDS[:, None]]
    t1 = direction(p[min(6, len(p) - 1)] - p[0]) if t1 is None else t1
    t2 = direction(p[-1 - min(6, len(p) - 1)] - p[-1]) if t2 is None else t2
    if len(p) == 2:
        third = np.linalg.norm(p[1] - p[0]) / 3
        return [np.array([p[0], p[0] + t1 * third, p[1] + t2 * third, p[1]])]
    u = np.r_[0, np.cumsum(np.linalg.norm(np.diff(p, axis=0), axis=1))]
    u = u / u[-1] if u[-1] > 0 else u
    c = one(p, t1, t2, u)
    off = ((point(c, u) - p) ** 2).sum(1)
    for _ in range(4):
        if not most**2 < off.max() < 16 * most**2:
            break
        u = better(c, p, u)
        c = one(p, t1, t2, u)
        off = ((point(c, u) - p) ** 2).sum(1)
    if off.max() <= most**2 or depth > 14:
        return [c]
    i = int(np.clip(off.argmax(), 2, len(p) - 3)) if len(p) > 6 else len(p) // 2
    v = direction(p[max(0, i - 5)] - p[min(len(p) - 1, i + 5)])
    return fit(p[: i + 1], most, t1, v, depth + 1) + fit(p[i:], most, -v, t2, depth + 1)


def corners(p, closed, sharp, k=7):
    n = len(p)
    if n < 2 * k + 3:
        return []
    if closed:
        before, after = np.roll(p, k, 0), np.roll(p, -k, 0)
    else:
        before, after = p[np.clip(np.arange(n) - k, 0, n - 1)], p[np.clip(np.arange(n) + k, 0, n - 1)]
    a, b = p - before, after - p
    long = (np.linalg.norm(a, axis=1) + 1e-9) * (np.linalg.norm(b, axis=1) + 1e-9)
    bent = np.degrees(np.arccos(np.clip((a * b).sum(1) / long, -1, 1)))
    if not closed:
        bent[:k] = bent[-k:] = 0
    out, left = [], np.where(bent > sharp)[0]
    while len(left):
        i = left[bent[left].argmax()]
        out.append(int(i))
        gap = abs(left - i)
        left = left[(np.minimum(gap, n - gap) if closed else gap) > k]
    return sorted(out)


def curves(p, most, closed=False, sharp=55):
    if len(p) < 2:
        return []
    if closed and len(p) > 8:
        q = p[:-1]
        at = corners(q, True, sharp)
        if not at:
            q = np.vstack([q, q[:1]])
            t = direction(q[1] - q[-2])
            return fit(q, most, t, -t)
        q = np.roll(q, -at[0], 0)
        q, at = np.vstack([q, q[:1]]), [i - at[0] for i in at] + [len(q)]
    else:
        q, at = p, [0, *corners(p, False, sharp), len(p) - 1]
    return [c for a, b in zip(at, at[1:]) if b > a for c in fit(q[a : b + 1], most)]


def number(v):
    """One decimal, as short as can be."""
    text = f"{v:.1f}".removesuffix(".0")
    if text == "-0":
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def path(segments, closed=False):
    """Relative commands, rounded so that errors don't add up."""
    if not segments:
        return ""
    now = np.round(segments[0][0], 1)
    out = f"M{number(now[0])} {number(now[1])}"
    for segment in segments:
        straight = RULED and np.abs(segment[1] * 3 - segment[0] * 2 - segment[3]).max() < 1e-6
        text = ""
        for v in (np.round(np.asarray(segment[3:4] if straight else segment[1:4]), 1) - now).ravel():
            n = number(v)
            text += n if not text or n[0] == "-" else " " + n
        now = np.round(segment[3], 1)
        out += ("l" if straight else "c") + text
    return out + ("z" if closed else "")
