//! The macro that declares a noun: its fields, its columns, how it is read and written.

/// Declares nouns that are kept as rows of tables.
///
/// `Name[IdType] of "table" "nb" "nn"` has a key column `id`; `Name of …` has none. Each field has a
/// doc comment (its meaning), a type, its bokmål and nynorsk headings and, if need be, aliases. The
/// columns of [`Origin`](crate::record::Origin) are added to each. `about person;` marks rows that are
/// about persons: what they print of themselves says nothing of what they hold.
#[macro_export]
macro_rules! records {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident $([$id:ty $(, $id_alias:literal)*])? of $table:literal $table_nb:literal $table_nn:literal
        $(about $about:ident;)?
        $(check $check:path;)?
        {
            $(
                $(#[doc = $meaning:literal])+
                $field:ident: $type:ty, $nb:literal, $nn:literal $(, [$($alias:literal),* $(,)?])? ;
            )+
        }
    )+) => { $(
        $(#[doc = $doc])+
        #[derive(Clone, PartialEq)]
        pub struct $name {
            $( /// The key by which other tables name this row.
            pub id: $id, )?
            $( $(#[doc = $meaning])+ pub $field: $type, )+
            /// Where the row comes from.
            pub origin: $crate::record::Origin,
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let mut shown = f.debug_struct(stringify!($name));
                if <Self as $crate::record::Record>::TABLE.personal {
                    return shown.finish_non_exhaustive();
                }
                $( let id: &$id = &self.id; shown.field("id", id); )?
                $( shown.field(stringify!($field), &self.$field); )+
                shown.field("origin", &self.origin).finish()
            }
        }

        impl $crate::record::Record for $name {
            const TABLE: $crate::record::TableDecl = $crate::record::TableDecl {
                name: $table,
                nb: $table_nb,
                nn: $table_nn,
                meaning: concat!($($doc),+).trim_ascii(),
                columns: &[
                    $( &[$crate::record::ColumnDecl {
                        name: "id",
                        nb: "id",
                        nn: "id",
                        aliases: &[
                            "nr", "nummer", "kode", "key", "offer_id", "tilbud_id", "tilbod_id",
                            $($id_alias),*
                        ],
                        meaning: "The key by which other tables name this row.",
                        shape: <$id as $crate::record::Column>::SHAPE,
                        reads: <$id as $crate::record::Column>::READS,
                    }], )?
                    &[$( $crate::record::ColumnDecl {
                        name: stringify!($field),
                        nb: $nb,
                        nn: $nn,
                        aliases: &[$($($alias),*)?],
                        meaning: concat!($($meaning),+).trim_ascii(),
                        shape: <$type as $crate::record::Column>::SHAPE,
                        reads: <$type as $crate::record::Column>::READS,
                    }, )+],
                    $crate::record::Origin::COLUMNS,
                ],
                keyed: false $( || { let _: Option<$id> = None; true } )?,
                personal: false $( || { let _ = stringify!($about); true } )?,
            };

            fn read(row: &mut $crate::record::Row<'_>) -> Option<Self> {
                let mut columns = Self::TABLE.columns();
                $( let id: Option<$id> = row.column(columns.next()?); )?
                $( let $field: Option<$type> = row.column(columns.next()?); )+
                let origin = $crate::record::Origin::read(row);
                Some($name {
                    $( id: { let id: Option<$id> = id; id? }, )?
                    $( $field: $field?, )+
                    origin,
                })
            }

            fn write(&self, lang: $crate::Lang) -> Vec<String> {
                let mut cells = vec![
                    $( <$id as $crate::record::Column>::to_cell(&self.id, lang), )?
                    $( <$type as $crate::record::Column>::to_cell(&self.$field, lang), )+
                ];
                cells.extend(self.origin.write(lang));
                cells
            }

            fn key(&self) -> Option<&str> {
                None $( .or({ let id: &$id = &self.id; Some(id.as_str()) }) )?
            }

            fn references(&self) -> Vec<(&'static str, &'static str, std::sync::Arc<str>)> {
                let mut all = Vec::new();
                let mut to = Vec::new();
                $(
                    <$type as $crate::record::Column>::refers(&self.$field, &mut to);
                    all.extend(to.drain(..).map(|(table, id)| (stringify!($field), table, id)));
                )+
                all
            }

            fn origin(&self) -> &$crate::record::Origin {
                &self.origin
            }

            $( fn check(&self) -> Vec<(&'static str, $crate::finding::RowProblem)> {
                $check(self)
            } )?
        }
    )+ };
}
