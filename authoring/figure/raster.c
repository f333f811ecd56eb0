// Fills depth (larger is nearer) and label with triangles. Points: x and y in pixels, y down, and depth.
#include <math.h>

void raster(const double *point, const int *face, const int *label, int faces, int width, int height, float *depth,
            int *seen) {
    for (int t = 0; t < faces; t++) {
        const double *a = point + 3 * face[3 * t], *b = point + 3 * face[3 * t + 1], *c = point + 3 * face[3 * t + 2];
        double d = (b[1] - c[1]) * (a[0] - c[0]) + (c[0] - b[0]) * (a[1] - c[1]);
        if (fabs(d) < 1e-12) continue;
        int x0 = (int)fmax(0, ceil(fmin(a[0], fmin(b[0], c[0])) - 0.5));
        int x1 = (int)fmin(width - 1, floor(fmax(a[0], fmax(b[0], c[0])) - 0.5));
        int y0 = (int)fmax(0, ceil(fmin(a[1], fmin(b[1], c[1])) - 0.5));
        int y1 = (int)fmin(height - 1, floor(fmax(a[1], fmax(b[1], c[1])) - 0.5));
        for (int y = y0; y <= y1; y++)
            for (int x = x0; x <= x1; x++) {
                double px = x + 0.5, py = y + 0.5;
                double u = ((b[1] - c[1]) * (px - c[0]) + (c[0] - b[0]) * (py - c[1])) / d;
                double v = ((c[1] - a[1]) * (px - c[0]) + (a[0] - c[0]) * (py - c[1])) / d;
                double w = 1 - u - v;
                if (u < -1e-9 || v < -1e-9 || w < -1e-9) continue;
                float z = (float)(u * a[2] + v * b[2] + w * c[2]);
                long at = (long)y * width + x;
                if (z > depth[at]) depth[at] = z, seen[at] = label[t];
            }
    }
}
