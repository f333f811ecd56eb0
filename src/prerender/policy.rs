//! What a page may load and do, and what a host is asked to say with it: the one policy. `hosts` writes it down in the
//! words of each host, the document as far as a `meta` element can say it.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// Everything that a page could ask a browser for and Stillpoint doesn't use. It uses the clipboard (to write), sharing,
/// the lock that keeps a screen awake, and sound. A name that a browser doesn't know is told of in its console, so old ones
/// and proposals aren't here. (Chromium doesn't know Bluetooth on Linux alone.)
const UNUSED: [&str; 29] = [
    "accelerometer",
    "bluetooth",
    "camera",
    "clipboard-read",
    "compute-pressure",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "serial",
    "storage-access",
    "sync-xhr",
    "usb",
    "window-management",
    "xr-spatial-tracking",
];

/// How long a browser asks for the site over HTTPS alone, once it has come over HTTPS.
const TWO_YEARS: &str = "max-age=63072000";

/// The content security policy, as a page itself can say it. Style and script that stand in the page are named by
/// their hashes: nothing else may stand there. Text becomes HTML or a script's address by one function alone
/// (`static/js/trust.js`), where the browser knows Trusted Types.
pub fn of_page(script: &str, style: &str) -> String {
    let hash = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text));
    [
        "default-src 'none'",
        &format!("script-src 'self' 'wasm-unsafe-eval' 'sha256-{}'", hash(script)),
        "script-src-attr 'none'",
        &format!("style-src 'self' 'sha256-{}'", hash(style)),
        "style-src-attr 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "media-src 'self' blob:",
        "manifest-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types default",
    ]
    .join("; ")
}

/// The headers of every answer. `policy` is that of the pages.
pub fn headers(policy: &str) -> Vec<(&'static str, String)> {
    let unused = UNUSED.map(|name| format!("{name}=()")).join(", ");
    vec![
        ("Content-Security-Policy", format!("{policy}; frame-ancestors 'none'")),
        ("X-Content-Type-Options", "nosniff".into()),
        ("Referrer-Policy", "no-referrer".into()),
        ("Strict-Transport-Security", TWO_YEARS.into()),
        ("Cross-Origin-Opener-Policy", "same-origin".into()),
        ("Cross-Origin-Embedder-Policy", "require-corp".into()),
        ("Cross-Origin-Resource-Policy", "same-origin".into()),
        ("Permissions-Policy", unused),
    ]
}
