//! What a program's name for itself says about the device it runs on.

use serde::Serialize;
use utoipa::ToSchema;

const UNKNOWN: &str = "Unknown device";

/// The kind of device a session is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum DeviceType {
    /// A computer.
    Desktop,
    /// A telephone.
    Mobile,
    /// A tablet.
    Tablet,
    /// It does not say.
    Unknown,
}

/// The first mark that occurs decides: browsers name those they descend from as well.
const BROWSERS: [(&str, &str); 14] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Opera", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Vivaldi", "Vivaldi"),
    ("FxiOS", "Firefox"),
    ("Firefox", "Firefox"),
    ("CriOS", "Chrome"),
    ("HeadlessChrome", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
    ("curl/", "curl"),
    ("Postman", "Postman"),
    ("python-requests", "Python"),
];
const SYSTEMS: [(&str, &str); 8] = [
    ("iPhone", "iOS"),
    ("iPad", "iPadOS"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "macOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];
const TABLETS: [&str; 3] = ["iPad", "Tablet", "Kindle"];
const COMPUTERS: [&str; 5] = ["Windows", "Macintosh", "X11", "CrOS", "Linux"];

/// A name for people ("Firefox on Linux"), and the kind of device.
pub(crate) fn describe(user_agent: Option<&str>) -> (String, DeviceType) {
    let Some(agent) = user_agent else { return (UNKNOWN.to_owned(), DeviceType::Unknown) };
    let first = |marks: &[(&str, &'static str)]| {
        marks.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    let name = match (first(&BROWSERS), first(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} on {system}"),
        (Some(only), None) | (None, Some(only)) => only.to_owned(),
        (None, None) => UNKNOWN.to_owned(),
    };
    (name, kind(agent))
}

fn kind(agent: &str) -> DeviceType {
    let has = |marks: &[&str]| marks.iter().any(|mark| agent.contains(mark));
    // Android says "Mobile" on telephones only.
    if has(&TABLETS) || (has(&["Android"]) && !has(&["Mobile"])) {
        DeviceType::Tablet
    } else if has(&["Mobile", "iPhone"]) {
        DeviceType::Mobile
    } else if has(&COMPUTERS) {
        DeviceType::Desktop
    } else {
        DeviceType::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_told_apart() {
        let cases = [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox on Linux"),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36 Edg/126.0",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1 Version/17.5 Safari/605.1",
                "Safari on macOS",
            ),
            ("curl/8.5.0", "curl"),
            ("something else", UNKNOWN),
        ];
        for (agent, name) in cases {
            assert_eq!(describe(Some(agent)).0, name, "{agent}");
        }
        let kind = |agent| describe(Some(agent)).1;
        assert_eq!(
            kind("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) Version/17.5 Mobile/15E148 Safari/604.1"),
            DeviceType::Mobile
        );
        assert_eq!(
            kind("Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/126.0 Mobile Safari/537.36"),
            DeviceType::Mobile
        );
        assert_eq!(
            kind("Mozilla/5.0 (Linux; Android 14; SM-X910) Chrome/126.0 Safari/537.36"),
            DeviceType::Tablet
        );
        assert_eq!(
            kind("Mozilla/5.0 (iPad; CPU OS 17_5) Version/17.5 Mobile/15E148 Safari/604.1"),
            DeviceType::Tablet
        );
        assert_eq!(kind("Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0"), DeviceType::Desktop);
        assert_eq!(describe(None), (UNKNOWN.to_owned(), DeviceType::Unknown));
    }
}
