//! Made-up words of the demo data.

pub(super) const FIRST_NAMES: [&str; 40] = [
    "Ada", "Amir", "Anouk", "Bela", "Bruno", "Carmen", "Chidi", "Clara", "Dario", "Dilnoza", "Edith", "Emil",
    "Farah", "Felix", "Grace", "Hana", "Hugo", "Ines", "Ivo", "Jamal", "Jonas", "Kaito", "Lena", "Leon",
    "Mara", "Milan", "Nadia", "Noor", "Oskar", "Paula", "Quinn", "Rosa", "Samir", "Tessa", "Tomas", "Uma",
    "Viktor", "Wanja", "Yara", "Zoltan",
];

pub(super) const LAST_NAMES: [&str; 40] = [
    "Abara", "Almeida", "Bakker", "Brandt", "Castell", "Cole", "Dahl", "Duarte", "Eklund", "Engel", "Farkas",
    "Ferro", "Gallo", "Greene", "Hale", "Horvat", "Ibarra", "Jansen", "Kaya", "Keller", "Lindgren", "Lopez",
    "Marsh", "Moreau", "Nagy", "Novak", "Okoye", "Olsen", "Park", "Petrov", "Quist", "Rossi", "Sato",
    "Silva", "Tanaka", "Toth", "Ueda", "Vargas", "Weber", "Zhang",
];

/// Country and a state or region of it.
pub(super) const HOMES: [(&str, &str); 12] = [
    ("United States", "California"),
    ("United States", "New York"),
    ("United States", "Texas"),
    ("United Kingdom", "England"),
    ("United Kingdom", "Scotland"),
    ("Canada", "Ontario"),
    ("Australia", "Victoria"),
    ("Germany", "Bavaria"),
    ("Kenya", "Nairobi"),
    ("India", "Kerala"),
    ("Brazil", "Bahia"),
    ("Ireland", "Leinster"),
];

pub(super) const TOPICS: [&str; 24] = [
    "Urban water supply",
    "Minimum wages",
    "Nursing in rural areas",
    "Renaissance portraiture",
    "Battery recycling",
    "Consumer trust",
    "Sleep and memory",
    "Coastal erosion",
    "Microfinance",
    "Public libraries",
    "Machine translation",
    "Soil microbes",
    "Constitutional courts",
    "Supply chain risk",
    "Early childhood reading",
    "Jazz harmony",
    "Vaccine logistics",
    "Remote work",
    "Glacier melt",
    "Game theory in auctions",
    "Patient consent",
    "Solar forecasting",
    "Museum ethics",
    "Graph databases",
];

pub(super) const ANGLES: [&str; 10] = [
    "a literature review",
    "a case study",
    "causes and effects",
    "a comparison of two countries",
    "a critical reading",
    "methods and limits",
    "an empirical study",
    "a history",
    "policy options",
    "an annotated bibliography",
];

pub(super) const PAPER_TYPES: [&str; 8] = [
    "Essay",
    "Research paper",
    "Case study",
    "Dissertation chapter",
    "Term paper",
    "Presentation",
    "Lab report",
    "Book review",
];
pub(super) const WORK_TYPES: [&str; 5] = ["Writing", "Rewriting", "Editing", "Proofreading", "Calculations"];
/// Name and price factor in basis points.
pub(super) const ACADEMIC_LEVELS: [(&str, i32); 5] = [
    ("High school", 8_500),
    ("College", 10_000),
    ("Undergraduate", 11_000),
    ("Master", 13_500),
    ("Doctorate", 16_500),
];
pub(super) const FORMATTING_STYLES: [&str; 6] = ["APA", "MLA", "Chicago", "Harvard", "IEEE", "Vancouver"];
pub(super) const ENGLISH_TYPES: [&str; 2] = ["American English", "British English"];
/// Name, code and whether it is technical.
pub(super) const SUBJECTS: [(&str, &str, bool); 12] = [
    ("Nursing", "NUR", false),
    ("History", "HIS", false),
    ("Economics", "ECO", false),
    ("Psychology", "PSY", false),
    ("Law", "LAW", false),
    ("Biology", "BIO", false),
    ("Literature", "LIT", false),
    ("Education", "EDU", false),
    ("Computer science", "CSC", true),
    ("Statistics", "STA", true),
    ("Physics", "PHY", true),
    ("Engineering", "ENG", true),
];
/// Name, slug and price in cents.
pub(super) const SERVICES: [(&str, &str, i64); 4] = [
    ("Plagiarism report", "plagiarism-report", 999),
    ("One-page summary", "one-page-summary", 1_799),
    ("Copies of sources", "copies-of-sources", 1_499),
    ("Priority support", "priority-support", 699),
];
/// Name, pay per page in cents, orders at a time.
pub(super) const WRITER_LEVELS: [(&str, i64, i32); 4] =
    [("Novice", 550, 4), ("Intermediate", 700, 7), ("Advanced", 900, 10), ("Expert", 1_150, 14)];
/// Name and points.
pub(super) const TIERS: [(&str, i64); 3] = [("Bronze", 100), ("Silver", 500), ("Gold", 2_000)];
pub(super) const SPECIAL_TYPES: [&str; 3] =
    ["Online exam support", "Group project coaching", "Poster design"];
pub(super) const COURSE_DURATIONS: [&str; 3] = ["4-6 weeks", "8-10 weeks", "15-16 weeks"];

pub(super) const PRAISE: [&str; 8] = [
    "Exactly what I asked for.",
    "Clear structure and good sources.",
    "Delivered a day early.",
    "Very helpful notes.",
    "I would order again.",
    "Great communication throughout.",
    "Careful work.",
    "Solid, with a small formatting fix.",
];
pub(super) const COMPLAINTS: [&str; 6] = [
    "Two of the sources were out of date.",
    "The instructions were not followed.",
    "It came after the deadline.",
    "The conclusion does not answer the question.",
    "Formatting had to be redone.",
    "Too general for the level.",
];
/// Title and category of a ticket.
pub(super) const TICKETS: [(&str, &str); 10] = [
    ("Payment went through twice", "payment"),
    ("Cannot open the delivered file", "technical"),
    ("Please extend the deadline", "order"),
    ("Question about the invoice", "payment"),
    ("How do I change my e-mail address?", "general"),
    ("The page stays blank on my phone", "technical"),
    ("Thank you for the quick help", "feedback"),
    ("Writer does not answer", "order"),
    ("Voucher is not accepted", "payment"),
    ("Something else", "other"),
];
