//! How well an order suits a writer, from 0 to 100, and why.

use std::collections::BTreeSet;

use tally_entity::SubjectId;

/// What each of the reasons counts.
const SUBJECT: u8 = 40;
const WORK_TYPE: u8 = 20;
const TOPIC: u8 = 10;
const PAYOUT: u8 = 10;
const MOST: u8 = 100;
/// From here on an order pays well.
const HIGH_PAYOUT_CENTS: i64 = 15_000;

/// What a writer likes to write and knows about.
#[derive(Clone, Debug, Default)]
pub(crate) struct Taste {
    subjects: BTreeSet<SubjectId>,
    subject_names: BTreeSet<String>,
    skills: Vec<Skill>,
    keywords: BTreeSet<String>,
}

#[derive(Clone, Debug)]
struct Skill {
    /// As the writer wrote it.
    shown: String,
    plain: String,
}

/// What of an order decides how well it suits.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Suitor<'a> {
    pub(crate) subject: Option<SubjectId>,
    pub(crate) subject_name: Option<&'a str>,
    pub(crate) work_type: Option<&'a str>,
    pub(crate) topic: &'a str,
    pub(crate) payout_cents: i64,
}

/// How well an order suits, and why, the weightiest reason first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Match {
    pub(crate) score: u8,
    pub(crate) tags: Vec<String>,
}

impl Taste {
    /// `subjects` are those that the writer prefers, with their names.
    pub(crate) fn new(subjects: &[(SubjectId, String)], skills: &[String], keywords: &[String]) -> Self {
        let skill = |skill: &String| Skill { shown: skill.trim().to_owned(), plain: plain(skill) };
        Self {
            subjects: subjects.iter().map(|(id, _)| *id).collect(),
            subject_names: subjects.iter().map(|(_, name)| plain(name)).collect(),
            // Every topic would contain an empty one.
            skills: skills.iter().map(skill).filter(|skill| !skill.plain.is_empty()).collect(),
            keywords: keywords.iter().map(|keyword| plain(keyword)).collect(),
        }
    }

    /// How well this order suits.
    pub(crate) fn of(&self, order: Suitor<'_>) -> Match {
        let Suitor { subject, subject_name, work_type, topic, payout_cents } = order;
        let preferred = subject.is_some_and(|id| self.subjects.contains(&id));
        let subject = subject_name.filter(|name| preferred || self.keywords.contains(&plain(name)));
        let work_type = work_type.filter(|name| self.does(&plain(name)));
        let topic = plain(topic);
        let skill = self.skills.iter().find(|skill| topic.contains(&skill.plain));
        let high = payout_cents >= HIGH_PAYOUT_CENTS;
        let reasons = [
            subject.map(|name| (SUBJECT, format!("Subject match: {name}"))),
            work_type.map(|name| (WORK_TYPE, format!("Preferred work type: {name}"))),
            skill.map(|skill| (TOPIC, format!("Topic mentions '{}'", skill.shown))),
            high.then(|| (PAYOUT, "High payout opportunity".to_owned())),
        ];
        let mut found = Match::default();
        for (points, tag) in reasons.into_iter().flatten() {
            found.score = (found.score + points).min(MOST);
            found.tags.push(tag);
        }
        found
    }

    fn does(&self, work_type: &str) -> bool {
        self.keywords.contains(work_type)
            || self.subject_names.contains(work_type)
            || self.skills.iter().any(|skill| skill.plain == work_type)
    }
}

/// As texts are compared.
fn plain(text: &str) -> String {
    text.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    fn taste() -> Taste {
        let subjects = [(SubjectId(3), "Biology ".to_owned()), (SubjectId(4), "Lab report".to_owned())];
        Taste::new(&subjects, &texts(&["", " Statistics ", "genes"]), &texts(&["ESSAY", " History"]))
    }

    const ORDER: Suitor<'_> = Suitor {
        subject: Some(SubjectId(3)),
        subject_name: Some("Biology"),
        work_type: Some("Essay"),
        topic: "The genes of mice: STATISTICS and more",
        payout_cents: 15_000,
    };

    #[test]
    fn everything_that_suits_adds_up() {
        let Match { score, tags } = taste().of(ORDER);
        assert_eq!(score, 80);
        let reasons = [
            "Subject match: Biology",
            "Preferred work type: Essay",
            // The first of the skills, not of the topic.
            "Topic mentions 'Statistics'",
            "High payout opportunity",
        ];
        assert_eq!(tags, reasons);
    }

    #[test]
    fn each_reason_stands_alone() {
        let score = |order| {
            let Match { score, tags } = taste().of(order);
            (score, tags.join("; "))
        };
        let nothing = Suitor { topic: "mice", ..Suitor::default() };
        assert_eq!(score(nothing), (0, String::new()));
        let named = Suitor { subject: Some(SubjectId(9)), subject_name: Some(" HISTORY"), ..nothing };
        assert_eq!(score(named), (40, "Subject match:  HISTORY".to_owned()), "by a keyword");
        let unknown = Suitor { subject_name: Some("Lab report"), ..named };
        assert_eq!(score(unknown), (0, String::new()), "an id that is not his, and no keyword");
        for (work_type, points) in
            [("lab report", 20), ("statistics", 20), ("history", 20), ("genes", 20), ("Lab", 0)]
        {
            assert_eq!(score(Suitor { work_type: Some(work_type), ..nothing }).0, points, "{work_type}");
        }
        assert_eq!(score(Suitor { topic: "eugenesis", ..nothing }).0, 10, "a part of a word");
        assert_eq!(score(Suitor { payout_cents: 14_999, ..nothing }).0, 0);
        assert_eq!(score(Suitor { payout_cents: 15_000, ..nothing }).0, 10);
        assert_eq!(
            Taste::default().of(ORDER),
            Match { score: 10, tags: texts(&["High payout opportunity"]) }
        );
    }
}
