import { z } from "zod";
import {
  Cents,
  Day,
  endpoint,
  Flag,
  filledText,
  Id,
  listEndpoint,
  many,
  text,
  UnitPrice,
  VatRate,
} from "#platform/contract";

export const ArticleKind = z.enum([
  "charger",
  "cable",
  "pole",
  "material",
  "service",
  "shipping",
  "accessory",
  "seal",
  "package",
]);

export const ArticleRow = z.object({
  id: Id,
  number: z.string(),
  name: z.string(),
  kind: ArticleKind,
  category: z.string(),
  brand: z.string().nullable(),
  listPriceCents: Cents,
  vatRate: VatRate,
  minutes: z.int(),
  requiresSerial: z.boolean(),
  active: z.boolean(),
});

export const ArticleView = ArticleRow.extend({
  description: z.string().nullable(),
  ean: z.string().nullable(),
  costCents: Cents,
  skills: z.array(z.string()),
  warrantyMonths: z.int().nullable(),
  components: z.array(
    z.object({
      articleId: Id,
      number: z.string(),
      name: z.string(),
      quantity: z.number(),
      listPriceCents: Cents,
    }),
  ),
  partnerNumbers: z.array(
    z.object({ organizationId: Id, organizationName: z.string(), partnerSku: z.string() }),
  ),
});

export const catalog = {
  articles: listEndpoint({
    name: "catalog.articles",
    summary: "Articles, services and bundles",
    path: "/articles",
    doors: ["office", "field"],
    row: ArticleRow,
    filters: { search: text(80).optional(), kind: many(ArticleKind).optional(), active: Flag.optional() },
    sorts: ["number", "name"],
    defaultSort: "name",
  }),
  article: endpoint({
    name: "catalog.article",
    summary: "One article with its components and what partners call it",
    method: "GET",
    path: "/articles/:articleId",
    doors: ["office"],
    params: z.object({ articleId: Id }),
    response: ArticleView,
  }),
  addArticle: endpoint({
    name: "catalog.addArticle",
    summary: "Add an article",
    method: "POST",
    path: "/articles",
    doors: ["office"],
    body: z.object({
      number: filledText(40),
      name: filledText(160),
      kind: ArticleKind,
      category: filledText(60),
      brand: text(60).nullable().default(null),
      listPriceCents: UnitPrice.min(0),
      costCents: UnitPrice.min(0).default(0),
      vatRate: VatRate.default(2100),
      minutes: z.int().min(0).max(2880).default(0),
      requiresSerial: z.boolean().default(false),
    }),
    response: ArticleView,
    status: 201,
  }),
  changeArticle: endpoint({
    name: "catalog.changeArticle",
    summary: "Change an article; prices already quoted stay as they are",
    method: "PATCH",
    path: "/articles/:articleId",
    doors: ["office"],
    params: z.object({ articleId: Id }),
    body: z
      .object({
        name: filledText(160),
        description: text(2000).nullable(),
        listPriceCents: UnitPrice.min(0),
        costCents: UnitPrice.min(0),
        minutes: z.int().min(0).max(2880),
        active: z.boolean(),
      })
      .partial(),
    response: ArticleView,
  }),
  priceAgreements: endpoint({
    name: "catalog.priceAgreements",
    summary: "Price agreements in force",
    method: "GET",
    path: "/price-agreements",
    doors: ["office"],
    query: z.object({ organizationId: Id.optional() }),
    response: z.object({
      rows: z.array(
        z.object({
          id: Id,
          name: z.string(),
          organizationId: Id.nullable(),
          organizationName: z.string().nullable(),
          kind: z.string(),
          category: z.string().nullable(),
          discount: z.int(),
          markup: z.int(),
          priority: z.int(),
          validFrom: Day,
          validUntil: Day.nullable(),
        }),
      ),
    }),
  }),
};
