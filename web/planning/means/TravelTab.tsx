import { planning, type TravelView } from "#planning/contract";
import { useQuery } from "../../api/queries.ts";
import { PropertyList } from "../../ui/PropertyList.tsx";
import { Section } from "../../ui/Section.tsx";
import { ErrorState, SkeletonLines } from "../../ui/states.tsx";
import { useFormats } from "../../words/format.ts";
import { useWords } from "../../words/words.ts";
import styles from "./means.module.css";
import { travelWords } from "./travelWords.ts";

type Bands = NonNullable<TravelView["router"]>["bands"];

/** By distance: how much is known, and how that compares with the built-in model. */
const BandTable = ({ bands, legs }: { bands: Bands; legs: string }) => {
  const t = useWords(travelWords);
  const { number } = useFormats();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("distance")}</th>
          <th scope="col">{legs}</th>
          <th scope="col">{t("ratio")}</th>
        </tr>
      </thead>
      <tbody>
        {bands.map((band, index) => (
          <tr key={band.untilKm ?? "further"}>
            <td>
              {band.untilKm === null
                ? t("further", { km: String(bands[index - 1]?.untilKm) })
                : t("until", { km: String(band.untilKm) })}
            </td>
            <td>{number(band.legs)}</td>
            <td>{band.ratio === null ? "–" : t("times", { ratio: number(band.ratio, 2) })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const RouterSection = ({ router }: { router: NonNullable<TravelView["router"]> }) => {
  const t = useWords(travelWords);
  const { number, percent, ago } = useFormats();
  return (
    <Section title={t("router")}>
      <PropertyList
        properties={[
          { label: t("asked"), value: ago(router.askedAt) },
          { label: t("places"), value: number(router.places) },
          {
            label: t("known"),
            value:
              router.pairs === 0
                ? null
                : t("knownOf", {
                    share: percent(Math.floor((router.pairsKnown / router.pairs) * 10_000)),
                    pairs: number(router.pairs),
                  }),
          },
          {
            label: t("trouble"),
            value: router.trouble && <span className={styles.expired}>{router.trouble}</span>,
          },
        ]}
      />
      <BandTable bands={router.bands} legs={t("legs")} />
    </Section>
  );
};

const TripsSection = ({ trips }: { trips: TravelView["ownTrips"] }) => {
  const t = useWords(travelWords);
  const { number, ago } = useFormats();
  return (
    <Section title={t("ownTrips")}>
      {!trips && <p className={styles.soft}>{t("tooFewTrips")}</p>}
      {trips && (
        <>
          <PropertyList
            properties={[
              { label: t("judged"), value: ago(trips.madeAt) },
              { label: t("trips"), value: number(trips.trips) },
              { label: t("modelError"), value: t("minutes", { minutes: number(trips.modelError, 1) }) },
              {
                label: t("calibratedError"),
                value: t("minutes", { minutes: number(trips.calibratedError, 1) }),
              },
              { label: t("isUsed"), value: trips.isUsed ? t("yes") : t("no") },
            ]}
          />
          <BandTable bands={trips.bands} legs={t("trips")} />
        </>
      )}
    </Section>
  );
};

/** Who tells how long driving takes, how much of it is known, and how well it was told so far. */
export const TravelTab = () => {
  const t = useWords(travelWords);
  const { data, error, refetch } = useQuery(planning.travel, {});
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonLines />;
  return (
    <div className={styles.narrow}>
      <p>{t(`source.${data.source}`)}</p>
      {data.router && <RouterSection router={data.router} />}
      <TripsSection trips={data.ownTrips} />
    </div>
  );
};
