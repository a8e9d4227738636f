//! Closed lists of things that messages say in words of their own.

/// Declares an enum whose variants each have the name of their text and their English text.
///
/// Renderers for other languages go by the name.
macro_rules! worded {
    (
        $(#[doc = $doc:literal])+
        $enum:ident {
            $(
                $(#[doc = $about:literal])+
                $variant:ident = $name:literal, $english:literal;
            )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $enum {
            $( $(#[doc = $about])+ $variant, )+
        }

        impl $enum {
            /// Every one, in the order of the declaration.
            pub const ALL: &'static [$enum] = &[$($enum::$variant),+];

            /// The name of its text.
            pub const fn name(self) -> &'static str {
                match self { $( $enum::$variant => $name, )+ }
            }

            const fn english(self) -> &'static str {
                match self { $( $enum::$variant => $english, )+ }
            }
        }

        impl std::fmt::Display for $enum {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.english())
            }
        }
    };
}

pub(crate) use worded;
