//! The typefaces of the kiosk, their files and which language prefers which.

use wayside_model::Language;

/// How heavy the strokes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Weight {
    #[default]
    Regular,
    Bold,
}

impl Weight {
    pub const ALL: [Self; 2] = [Self::Regular, Self::Bold];

    /// The weight's name in font files and family names.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Regular => "Regular",
            Self::Bold => "Bold",
        }
    }
}

/// A family of Noto Sans that covers one writing system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Typeface {
    /// Latin, Cyrillic and Greek, with Vietnamese; every language's digits come from here.
    Latin,
    Arabic,
    Armenian,
    Thai,
    Khmer,
    Devanagari,
    Japanese,
    Korean,
    ChineseSimplified,
    ChineseTraditional,
    Math,
    Symbols,
    MoreSymbols,
}

impl Typeface {
    /// Every typeface, in the order in which a character that no language prefers is looked for.
    pub const ALL: [Self; 13] = [
        Self::Latin,
        Self::Arabic,
        Self::Armenian,
        Self::Thai,
        Self::Khmer,
        Self::Devanagari,
        Self::Japanese,
        Self::Korean,
        Self::ChineseSimplified,
        Self::ChineseTraditional,
        Self::Math,
        Self::Symbols,
        Self::MoreSymbols,
    ];

    /// The name of the file for a weight; a typeface without a bold cut has its regular one.
    pub const fn file(self, weight: Weight) -> &'static str {
        match (self, weight) {
            (Self::Latin, Weight::Regular) => "NotoSans-Regular.ttf",
            (Self::Latin, Weight::Bold) => "NotoSans-Bold.ttf",
            (Self::Arabic, Weight::Regular) => "NotoSansArabic-Regular.ttf",
            (Self::Arabic, Weight::Bold) => "NotoSansArabic-Bold.ttf",
            (Self::Armenian, Weight::Regular) => "NotoSansArmenian-Regular.ttf",
            (Self::Armenian, Weight::Bold) => "NotoSansArmenian-Bold.ttf",
            (Self::Thai, Weight::Regular) => "NotoSansThai-Regular.ttf",
            (Self::Thai, Weight::Bold) => "NotoSansThai-Bold.ttf",
            (Self::Khmer, Weight::Regular) => "NotoSansKhmer-Regular.ttf",
            (Self::Khmer, Weight::Bold) => "NotoSansKhmer-Bold.ttf",
            (Self::Devanagari, Weight::Regular) => "NotoSansDevanagari-Regular.ttf",
            (Self::Devanagari, Weight::Bold) => "NotoSansDevanagari-Bold.ttf",
            (Self::Japanese | Self::Korean | Self::ChineseSimplified | Self::ChineseTraditional, Weight::Regular) => {
                "NotoSansCJK-Regular.ttc"
            }
            (Self::Japanese | Self::Korean | Self::ChineseSimplified | Self::ChineseTraditional, Weight::Bold) => {
                "NotoSansCJK-Bold.ttc"
            }
            (Self::Math, _) => "NotoSansMath-Regular.ttf",
            (Self::Symbols, Weight::Regular) => "NotoSansSymbols-Regular.ttf",
            (Self::Symbols, Weight::Bold) => "NotoSansSymbols-Bold.ttf",
            (Self::MoreSymbols, _) => "NotoSansSymbols2-Regular.ttf",
        }
    }

    /// The name of the family inside the font file; it tells the faces of a collection apart.
    pub const fn family(self) -> &'static str {
        match self {
            Self::Latin => "Noto Sans",
            Self::Arabic => "Noto Sans Arabic",
            Self::Armenian => "Noto Sans Armenian",
            Self::Thai => "Noto Sans Thai",
            Self::Khmer => "Noto Sans Khmer",
            Self::Devanagari => "Noto Sans Devanagari",
            Self::Japanese => "Noto Sans CJK JP",
            Self::Korean => "Noto Sans CJK KR",
            Self::ChineseSimplified => "Noto Sans CJK SC",
            Self::ChineseTraditional => "Noto Sans CJK TC",
            Self::Math => "Noto Sans Math",
            Self::Symbols => "Noto Sans Symbols",
            Self::MoreSymbols => "Noto Sans Symbols2",
        }
    }

    /// The Debian package that holds the file.
    pub const fn debian_package(self) -> &'static str {
        match self {
            Self::Japanese | Self::Korean | Self::ChineseSimplified | Self::ChineseTraditional => "fonts-noto-cjk",
            _ => "fonts-noto-core",
        }
    }

    /// Whether the typeface has a bold cut of its own.
    pub const fn has_bold(self) -> bool {
        !matches!(self, Self::Math | Self::MoreSymbols)
    }

    /// The typeface that a language's own script needs.
    pub const fn of(language: Language) -> Self {
        match language {
            Language::English
            | Language::Spanish
            | Language::Filipino
            | Language::Vietnamese
            | Language::Russian
            | Language::French => Self::Latin,
            Language::Korean => Self::Korean,
            Language::ChineseTraditional => Self::ChineseTraditional,
            Language::ChineseSimplified => Self::ChineseSimplified,
            Language::Armenian => Self::Armenian,
            Language::Farsi | Language::Arabic => Self::Arabic,
            Language::Japanese => Self::Japanese,
            Language::Thai => Self::Thai,
            Language::Khmer => Self::Khmer,
            Language::Hindi => Self::Devanagari,
        }
    }

    /// The typefaces in which a language's text looks for a character, best first.
    ///
    /// Latin letters and digits come from one typeface in every language, so that times and street names look
    /// the same on every screen; what only the language's own typeface has, such as its Han variants, comes
    /// from there before any other.
    pub fn chain(language: Language) -> impl Iterator<Item = Self> {
        let own = Self::of(language);
        [Self::Latin, own]
            .into_iter()
            .take(if own == Self::Latin { 1 } else { 2 })
            .chain(Self::ALL.into_iter().filter(move |&typeface| typeface != Self::Latin && typeface != own))
    }
}
