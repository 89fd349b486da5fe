//! Names of units of length, without ICU4X's detour over the root locale.

use crate::locale::held;
use icu_decimal::provider::{DecimalDigitsV1, DecimalSymbolsV1};
use icu_experimental::dimension::provider::units::categorized_display_names::{
    UnitsNamesLengthCoreV1, UnitsNamesLengthExtendedV1, UnitsNamesLengthOutlierV1,
};
use icu_experimental::dimension::units::categorized_formatter::CategorizedFormatter;
use icu_experimental::dimension::units::options::Width;
use icu_experimental::measure::category::Length;
use icu_locale_core::Locale as IcuLocale;
use icu_plurals::provider::PluralsCardinalV1;
use icu_provider::prelude::*;

/// Makes the formatter of a unit of length by the unit's CLDR name, such as `mile`.
pub(crate) fn length_formatter(locale: &IcuLocale, cldr_name: &'static str) -> CategorizedFormatter<Length> {
    // `icu_experimental` 0.7 names only the metre; the formatter looks its data up by the public `id`.
    let unit = || {
        let mut unit = Length::meter();
        unit.unit.id = Some(cldr_name);
        unit
    };
    // Where CLDR itself has the language use the root's name, the plain constructor finds that one.
    held(
        CategorizedFormatter::try_new_outlier_unstable(&OwnNames, locale.into(), unit(), Width::Short.into())
            .or_else(|_| CategorizedFormatter::try_new_outlier(locale.into(), unit(), Width::Short.into())),
    )
}

/// The compiled data without the root locale's names.
///
/// `icu_experimental` keeps a language's names in one of three stores and asks them in turn,
/// but the first already answers with the root's name for languages that stand in a later one
/// (its issue 8125): Hindi would say "m" for "मी".
struct OwnNames;

macro_rules! own_names {
    ($($marker:ty),*) => {$(
        impl DataProvider<$marker> for OwnNames {
            fn load(&self, request: DataRequest) -> Result<DataResponse<$marker>, DataError> {
                let response: DataResponse<$marker> = icu_experimental::provider::Baked.load(request)?;
                if response.metadata.locale.is_some_and(|found| found.is_unknown()) {
                    return Err(DataErrorKind::IdentifierNotFound.with_req(<$marker>::INFO, request));
                }
                Ok(response)
            }
        }
    )*};
}

macro_rules! passed_on {
    ($($marker:ty => $baked:expr),*) => {$(
        impl DataProvider<$marker> for OwnNames {
            fn load(&self, request: DataRequest) -> Result<DataResponse<$marker>, DataError> {
                $baked.load(request)
            }
        }
    )*};
}

own_names!(UnitsNamesLengthCoreV1, UnitsNamesLengthExtendedV1, UnitsNamesLengthOutlierV1);
passed_on!(
    DecimalSymbolsV1 => icu_decimal::provider::Baked,
    DecimalDigitsV1 => icu_decimal::provider::Baked,
    PluralsCardinalV1 => icu_plurals::provider::Baked
);
