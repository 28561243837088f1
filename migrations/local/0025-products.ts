// Products, services and bundles, their units, categories and taxes, price books with prices, and rules of prices.

export const products = {
  id: '0025-products',
  sql: `
    CREATE TABLE measure_unit (
      id TEXT PRIMARY KEY NOT NULL, names TEXT NOT NULL, base_id TEXT, factor_part INTEGER NOT NULL, factor_of INTEGER NOT NULL,
      active INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE product_category (
      id TEXT PRIMARY KEY NOT NULL, names TEXT NOT NULL, parent_id TEXT, position INTEGER NOT NULL, active INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE tax (
      id TEXT PRIMARY KEY NOT NULL, names TEXT NOT NULL, included INTEGER NOT NULL, rates TEXT NOT NULL, unit_id TEXT,
      active INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE product (
      id TEXT PRIMARY KEY NOT NULL, code TEXT NOT NULL, kind TEXT NOT NULL, names TEXT NOT NULL, descriptions TEXT, category_id TEXT,
      unit_id TEXT, tax_ids TEXT NOT NULL, steps TEXT NOT NULL, active INTEGER NOT NULL, external_key TEXT,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX product_by_code ON product (code COLLATE NOCASE, id);
    CREATE INDEX product_by_key ON product (external_key) WHERE external_key IS NOT NULL;

    CREATE TABLE product_component (
      id TEXT PRIMARY KEY NOT NULL, bundle_id TEXT NOT NULL, product_id TEXT NOT NULL, quantity INTEGER NOT NULL,
      position INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX product_component_by_bundle ON product_component (bundle_id, position);
    CREATE INDEX product_component_by_product ON product_component (product_id);

    CREATE TABLE price_book (
      id TEXT PRIMARY KEY NOT NULL, names TEXT NOT NULL, currency TEXT NOT NULL, from_on TEXT, to_on TEXT, is_default INTEGER NOT NULL,
      rounding TEXT NOT NULL, active INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE price_entry (
      id TEXT PRIMARY KEY NOT NULL, book_id TEXT NOT NULL, product_id TEXT NOT NULL, from_quantity INTEGER NOT NULL,
      price INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX price_entry_by_product ON price_entry (product_id, book_id, from_quantity);

    CREATE TABLE price_rule (
      id TEXT PRIMARY KEY NOT NULL, names TEXT NOT NULL, condition TEXT NOT NULL, effect TEXT NOT NULL, priority INTEGER NOT NULL,
      from_on TEXT, to_on TEXT, ends INTEGER NOT NULL, active INTEGER NOT NULL
    ) STRICT;
  `,
} as const;
