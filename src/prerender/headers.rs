//! The response headers that the site asks its host for, in the `_headers` file that several static hosts read.

/// Everything that a page could ask a browser for and Stillpoint doesn't use.
const UNUSED: [&str; 17] = [
    "accelerometer",
    "ambient-light-sensor",
    "bluetooth",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
    "xr-spatial-tracking",
];

/// Headers for hosts that read a `_headers` file. `policy` is that of the pages, `hashed` are files whose name changes with
/// their content, `folders` are folders of that kind.
pub fn file(base: &str, policy: &str, hashed: &[String], folders: &[&str]) -> String {
    let policy = format!("{policy}; frame-ancestors 'none'");
    let unused = UNUSED.map(|name| format!("{name}=()")).join(", ");
    let mut text = format!(
        "{base}*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: no-referrer\n  Cross-Origin-Opener-Policy: same-origin\n  \
         Cross-Origin-Resource-Policy: same-origin\n  Permissions-Policy: {unused}\n\
         {base}sw.js\n  Cache-Control: no-cache\n"
    );
    let folders = folders.iter().map(|folder| format!("{folder}/*"));
    for file in hashed.iter().cloned().chain(folders) {
        text.push_str(&format!("{base}{file}\n  Cache-Control: public, max-age=31536000, immutable\n"));
    }
    text
}
