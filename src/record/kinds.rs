//! The closed sets of values that records carry: kinds, stages, bounds.

use serde::{Deserialize, Serialize};

/// Defines enums that are written in snake case, grow without breaking users, and know their names.
macro_rules! named_enum {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// Every value, in the order in which it is documented.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The name as it stands in JSON, in dictionaries and in rule files.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }

            /// The value of that name, or `None`.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some($name::$variant),)+ _ => None }
            }
        }

        /// The name as it stands in JSON.
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.pad(self.name())
            }
        }
    };
}

pub(crate) use named_enum;

named_enum! {
    /// The kinds of records; [`Speech`](crate::Speech) has a list of each, under the same name.
    RecordKind {
        /// Persons' names.
        People = "people",
        /// Titles and offices.
        Posts = "posts",
        /// Organisations.
        Bodies = "bodies",
        /// Named places.
        Places = "places",
        /// Named undertakings.
        Projects = "projects",
        /// Quantities.
        Figures = "figures",
        /// Points, periods, durations and recurrences.
        Times = "times",
        /// Coined policy phrases.
        Terms = "terms",
        /// Named documents and document numbers.
        Citations = "citations",
        /// What is done or promised.
        Measures = "measures",
        /// Hits of the user's own patterns.
        Matches = "matches",
    }
}

named_enum! {
    /// What sort of organisation a body is.
    BodyKind {
        /// Party organs: 党中央, 省委.
        Party = "party",
        /// State organs of administration, park authorities among them: 国务院, 管委会.
        Government = "government",
        /// People's congresses and their committees.
        Congress = "congress",
        /// The consultative conference: 政协.
        Cppcc = "cppcc",
        /// Courts and procuratorates.
        Judicial = "judicial",
        /// Armed forces.
        Military = "military",
        /// Companies, and brands that act as companies.
        Enterprise = "enterprise",
        /// Schools, hospitals, institutes, museums.
        Institution = "institution",
        /// Associations, unions, societies.
        Association = "association",
        /// News media.
        Media = "media",
        /// International organisations.
        International = "international",
        /// Named, but none of the above.
        Other = "other",
    }
}

named_enum! {
    /// How far a project is in its life, in the order in which projects go through it.
    Stage {
        /// Talked of, prepared, being approved.
        Planned = "planned",
        /// Contract signed, investor won.
        Signed = "signed",
        /// Land granted.
        Land = "land",
        /// Ground broken.
        Started = "started",
        /// Under construction.
        Building = "building",
        /// Finished.
        Completed = "completed",
        /// In use.
        Operating = "operating",
    }
}

named_enum! {
    /// What sort of quantity a figure is.
    FigureKind {
        /// Sums of money, in any currency.
        Money = "money",
        /// Things, people or events counted.
        Count = "count",
        /// Shares and rates in hundredths.
        Percent = "percent",
        /// Differences between percentages: 百分点.
        PercentagePoint = "percentage_point",
        /// Multiples: 倍, 翻一番.
        Multiple = "multiple",
        /// Lengths and distances.
        Length = "length",
        /// Areas.
        Area = "area",
        /// Weights.
        Mass = "mass",
        /// Volumes.
        Volume = "volume",
        /// Amounts of energy.
        Energy = "energy",
        /// Power and capacity.
        Power = "power",
        /// One quantity per another: 元/吨, 次/秒.
        Rate = "rate",
        /// Ages of people.
        Age = "age",
        /// None of the above: voltages, ratios, temperatures.
        Other = "other",
    }
}

named_enum! {
    /// Which figures of an indicator a series holds.
    Aspect {
        /// Numbers of things or people.
        Count = "count",
        /// Changes in percent.
        Growth = "growth",
        /// Weights.
        Mass = "mass",
        /// Sums of money.
        Money = "money",
        /// Shares in percent.
        Rate = "rate",
    }
}

named_enum! {
    /// How a figure's value bounds what it speaks of.
    Bound {
        /// The value itself.
        Exact = "exact",
        /// Near the value: 约, 左右, 近.
        About = "about",
        /// The value or more: 超过, 以上, 突破, 多.
        Over = "over",
        /// The value or less: 不到, 以下, 以内.
        Under = "under",
        /// Between `value` and `upper`.
        Range = "range",
    }
}

named_enum! {
    /// Whether a figure is a level or a difference from an earlier level.
    Change {
        /// A level: 达到, 增加到.
        Level = "level",
        /// More by this much.
        Up = "up",
        /// Less by this much.
        Down = "down",
    }
}

named_enum! {
    /// Whether a figure speaks of what is or of what shall be.
    FigureStatus {
        /// It has happened or holds now.
        Result = "result",
        /// It is planned, expected or required.
        Target = "target",
        /// Neither: a definition, a threshold, an example.
        Other = "other",
    }
}

named_enum! {
    /// What sort of time a time is.
    TimeKind {
        /// A date, a month, a year.
        Point = "point",
        /// A stretch with bounds.
        Period = "period",
        /// A length of time.
        Duration = "duration",
        /// A recurrence.
        Set = "set",
    }
}

named_enum! {
    /// How a document is named.
    CitationKind {
        /// By its title: 《…》.
        Title = "title",
        /// By its number: 国办函〔2014〕119号.
        Number = "number",
    }
}

named_enum! {
    /// How binding a measure is.
    Force {
        /// Required: 必须, 确保, 坚决.
        Must = "must",
        /// Intended: 将, 要, or the plain verb.
        Will = "will",
        /// Striven for: 力争, 争取, 努力.
        Strive = "strive",
        /// Tried out or encouraged: 探索, 鼓励, 研究.
        Explore = "explore",
    }
}

named_enum! {
    /// Whether a measure is done.
    MeasureStatus {
        /// Done: 已, 了, 完成.
        Done = "done",
        /// Under way: 正在, 加快, 持续.
        Ongoing = "ongoing",
        /// Still to be done: 将, 要, and what stands in a section of plans.
        Planned = "planned",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_json_and_in_dictionaries_are_the_same() {
        for kind in FigureKind::ALL {
            assert_eq!(serde_json::to_string(kind).unwrap(), format!("{:?}", kind.name()));
            assert_eq!(FigureKind::from_name(kind.name()), Some(*kind));
        }
        assert_eq!(FigureKind::from_name("Money"), None);
    }

    #[test]
    fn stages_are_ordered_as_projects_go_through_them() {
        assert!(Stage::Planned < Stage::Started && Stage::Started < Stage::Operating);
    }
}
