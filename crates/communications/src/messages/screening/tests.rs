use super::*;

/// The text as others see it, and what was found.
fn seen(text: &str, words: &[&str]) -> (String, String) {
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let screened = screen(text, &words);
    assert_eq!(screened.is_restricted, screened.text != text, "{text}");
    (screened.text, screened.matched.join("|"))
}

#[test]
fn a_table_of_cases() {
    let words = ["paypal", "western union", "straße"];
    for (text, shown, found) in [
        ("See you on Monday.", "See you on Monday.", ""),
        ("mail me: Ada.K+x@mail.example.org!", "mail me: *****!", "Ada.K+x@mail.example.org"),
        ("(jürgen@beispiel.de)", "(*****)", "jürgen@beispiel.de"),
        (
            "a@b is no address, @ neither, x@y.1 nor a@.de",
            "a@b is no address, @ neither, x@y.1 nor a@.de",
            "",
        ),
        ("one@two.com,three@four.net", "*****,*****", "one@two.com|three@four.net"),
        ("call +49 (30) 123-45-67 now", "call ***** now", "+49 (30) 123-45-67"),
        ("254712345678", "*****", "254712345678"),
        ("12345678 is short", "12345678 is short", ""),
        ("12 34 56 78 9", "*****", "12 34 56 78 9"),
        ("due 2026-04-15 12:30, then 2026-04-20", "due 2026-04-15 12:30, then 2026-04-20", ""),
        ("pages 10, 20, 30, 40, 50", "pages 10, 20, 30, 40, 50", ""),
        ("price 1500000 or 1999", "price 1500000 or 1999", ""),
        ("get https://files.example/a/b.PDF?x=1.", "get *****.", "https://files.example/a/b.PDF?x=1"),
        ("drive.example/paper.docx", "*****", "drive.example/paper.docx"),
        ("my file thesis.pdf is done", "my file thesis.pdf is done", ""),
        ("http://x.example/archive.zip#top", "*****", "http://x.example/archive.zip#top"),
        (
            "look at https://en.wiki.example/Ink",
            "look at https://en.wiki.example/Ink",
            "https://en.wiki.example/Ink",
        ),
        (
            "at:https://x.example/1234567890",
            "at:https://x.example/1234567890",
            "https://x.example/1234567890",
        ),
        ("pay by PayPal, not paypals", "pay by *****, not paypals", "PayPal"),
        ("Western  Union or WESTERN UNION", "Western  Union or *****", "WESTERN UNION"),
        ("Straße 7", "***** 7", "Straße"),
        ("paypal@mail.example", "*****", "paypal@mail.example"),
        ("😀 ada@mail.example 😀", "😀 ***** 😀", "ada@mail.example"),
        ("", "", ""),
    ] {
        assert_eq!(seen(text, &words), (shown.to_owned(), found.to_owned()), "{text}");
    }
}

#[test]
fn the_first_link_that_stays_is_kept_with_its_host() {
    let screened = screen("www.a.example/x and https://user@B.example:81/y", &[]);
    assert_eq!(screened.link.map(|link| link.domain).as_deref(), Some("www.a.example"));
    let host = |text: &str| first_link(text).map(|link| link.domain);
    assert_eq!(host("see https://user@B.example:81/y?z").as_deref(), Some("b.example"));
    assert_eq!(host("nothing here"), None);
    assert_eq!(screen("https://a.example/b.zip", &[]).link, None);
}

/// No text makes it fail, and what it leaves has nothing more to take out.
#[test]
fn nothing_is_left_after_the_second_look() {
    let parts = [
        "ä",
        "@",
        "1",
        "23 4",
        "-",
        ".",
        "x.de",
        " ",
        "http://",
        "/",
        ".pdf",
        "(",
        "paypal",
        "2026-01-31",
        "+",
    ];
    let words = vec!["paypal".to_owned()];
    let mut state = 7_usize;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..12 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(parts[(state >> 33) % parts.len()]);
        }
        let once = screen(&text, &words);
        let twice = screen(&once.text, &words);
        assert_eq!(addresses(&once.text), [], "{text}");
        assert!(twice.matched.len() <= once.matched.len(), "{text}: {twice:?}");
    }
}
