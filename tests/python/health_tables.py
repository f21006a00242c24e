# SPDX-License-Identifier: MIT
"""Results of health as Python has them, of numbers made up here."""

from types import SimpleNamespace

import numpy as np


class Table(SimpleNamespace):
    """Columns by name, as results have them; `only` are attributes beside them."""

    def __init__(self, only=None, **columns):
        super().__init__(**columns, **(only or {}))
        self.columns = list(columns)

    def __len__(self):
        return len(getattr(self, self.columns[0]))

    def __getitem__(self, name):
        return getattr(self, name)


def words(*each):
    return np.array(each, object)


NAN = float("nan")


def explanation(measures=4, account="A-17", score=66.0, score_micro=None, band="yellow", coverage=0.9):
    rows = [
        (
            "measure",
            f"measure_{i:03}",
            "use",
            0.5 + i,
            12.0 * i,
            i % 4 != 3,
            80.0 - 5 * (i % 9),
            1 / measures,
            "",
        )
        for i in range(measures)
    ]
    micro = [round(1e6 * row[6] * row[7]) if row[5] else 0 for row in rows]
    rows = [row if row[5] else (*row[:3], NAN, NAN, False, NAN, row[7], "") for row in rows]
    rows += [
        ("renormalization", "", "", NAN, NAN, False, NAN, NAN, ""),
        ("decay", "", "", NAN, NAN, False, NAN, NAN, ""),
        ("exception", "sponsor_left", "", 1.0, 20.0, True, 49.0, NAN, "the sponsor took a job elsewhere"),
    ]
    micro += [17_500_000, -1_333_333, -12_000_000]
    wanted = round(1e6 * score) if score_micro is None else score_micro
    for name in ("clamp", "rounding"):
        rows.append((name, "", "", NAN, NAN, False, NAN, NAN, ""))
        micro.append(0)
    micro[-1] = wanted - sum(micro)
    line, measure, group, value, age, seen, points, weight, reason = zip(*rows, strict=True)
    return Table(
        line=words(*line),
        measure=words(*measure),
        group=words(*group),
        value=np.array(value),
        age_days=np.array(age),
        counts=np.array(seen),
        points=np.array(points),
        weight=np.array(weight),
        micro_points=np.array(micro),
        reason=words(*reason),
        only={
            "account": account,
            "score": score,
            "score_micro": wanted,
            "band": band,
            "coverage": coverage,
            "card": "enterprise",
            "version": "2026-11-01",
            "fingerprint": "f1",
        },
    )


def change(steps=5, before=72.0, after=41.0):
    micro = [(-1) ** i * (i + 1) * 1_500_000 for i in range(steps)]
    total = round(1e6 * after) - round(1e6 * before) if before == before and after == after else sum(micro)
    micro += [total - sum(micro)]
    kinds = ["value", "staleness", "missingness", "exception", "value"]
    return Table(
        change=words(*(kinds[i % 5] for i in range(steps)), "rounding"),
        measure=words(*(f"measure_{i}" for i in range(steps)), ""),
        value_before=np.array([*(9.0 + i for i in range(steps)), NAN]),
        value_after=np.array([*(NAN if i % 5 == 2 else 3.0 for i in range(steps)), NAN]),
        micro_points=np.array(micro),
        only={
            "account": "A-17",
            "score_before": before,
            "score_after": after,
            "change_micro": total,
            "band_before": "yellow",
            "band_after": "red",
            "fingerprint_before": "f1",
            "fingerprint_after": "f1",
        },
    )


def scores(n=400, seed=1):
    r = np.random.default_rng(seed)
    score = np.round(np.clip(r.normal(68, 20, n), 0, 100))
    score[r.random(n) < 0.1] = NAN
    band = words(
        *("unknown" if s != s else "red" if s <= 50 else "yellow" if s <= 75 else "green" for s in score)
    )
    return Table(
        account=np.arange(n),
        score=score,
        band=band,
        coverage=r.random(n),
        oldest_days=r.random(n) * 100,
        score_micro=np.zeros(n, int),
        only={"as_of": "2026-11-01"},
    )


def card():
    bands = [
        SimpleNamespace(name="red", upper=50.0),
        SimpleNamespace(name="yellow", upper=75.0),
        SimpleNamespace(name="green", upper=100.0),
    ]
    return SimpleNamespace(
        config=SimpleNamespace(
            bands=bands,
            scale_lower=0.0,
            scale_upper=100.0,
            polarity="higher_is_healthier",
            band_rule="upper_inclusive",
        )
    )


def history(accounts=3, months=18, seed=1):
    r = np.random.default_rng(seed)
    days = (
        np.arange("2025-01", np.datetime64("2025-01") + months, dtype="datetime64[M]").astype("datetime64[D]")
        + 27
    )
    score = np.clip(
        np.cumsum(r.normal(0, 6, (accounts, months)), 1) + r.uniform(40, 90, (accounts, 1)), 0, 100
    ).ravel()
    score[4:6] = NAN
    n = accounts * months
    return Table(
        account=words(*np.repeat([f"account {i}" for i in range(accounts)], months)),
        as_of=np.tile(days, accounts),
        score=score,
        band=words(*["red"] * n),
        coverage=np.ones(n),
        oldest_days=np.ones(n),
    )


def loyalty(n=300, seed=1):
    r = np.random.default_rng(seed)
    a, b = r.normal(58, 20, n).clip(0, 100), r.normal(60, 20, n).clip(0, 100)
    a[: n // 10] = NAN
    field = [
        "unknown"
        if x != x
        else ("true_loyalty" if y >= 50 else "latent_loyalty")
        if x >= 50
        else "spurious_loyalty"
        if y >= 50
        else "no_loyalty"
        for x, y in zip(a, b, strict=True)
    ]
    return Table(
        account=np.arange(n),
        attitude=a,
        behavior=b,
        field=words(*field),
        only={"attitude_threshold": 50.0, "behavior_threshold": 50.0},
    )


def nps(groups=5, seed=1):
    r = np.random.default_rng(seed)
    n = r.integers(3, 300, groups)
    value = r.uniform(-80, 90, groups)
    half = 190 / np.sqrt(n)
    columns = {
        "answers": n,
        "respondents": n,
        "nps": value,
        "lower": np.maximum(value - half, -100),
        "upper": np.minimum(value + half, 100),
    }
    return Table(
        group=words(*(f"group {i}" for i in range(groups - 1)), None),
        **columns,
        only={"as_of": "2026-11-01"},
    )


def labeled(n=800, seed=1):
    r = np.random.default_rng(seed)
    p = r.beta(1.2, 6, n)
    return p, r.random(n) < p


def roc(n=800, seed=1):
    p, y = labeled(n, seed)
    order = np.argsort(-p)
    tp, fp = np.concatenate([[0], np.cumsum(y[order])]), np.concatenate([[0], np.cumsum(~y[order])])
    s, f = tp / y.sum(), fp / (~y).sum()
    return Table(
        threshold=np.concatenate([[np.inf], p[order]]),
        sensitivity=s,
        specificity=1 - f,
        true_positives=tp,
        false_positives=fp,
        only={"auc": float(np.trapezoid(s, f)), "examples": n, "outcomes": int(y.sum()), "left_out": 0},
    )


def precision_recall(n=800):
    c = roc(n)
    tp, fp = c.true_positives[1:], c.false_positives[1:]
    return Table(
        threshold=c.threshold[1:],
        precision=tp / (tp + fp),
        recall=tp / c.outcomes,
        true_positives=tp,
        false_positives=fp,
        only={"prevalence": c.outcomes / n, "examples": n, "outcomes": c.outcomes, "left_out": 0},
    )


def lift(shares=(0.01, 0.05, 0.1, 0.2, 0.3, 0.5), valued=True):
    s = np.array(shares)
    c = np.minimum(1, 3 * s / (1 + 2 * s))
    v = 0.8 * c if valued else np.full(len(s), NAN)
    return Table(
        share=s,
        looked_at=800 * s,
        capture=c,
        capture_lower=c * 0.7,
        capture_upper=np.minimum(1, c * 1.3),
        lift=c / s,
        lift_lower=0.7 * c / s,
        lift_upper=1.3 * c / s,
        value_capture=v,
        value_capture_lower=v * 0.7,
        value_capture_upper=v * 1.3,
        only={"prevalence": 0.15, "examples": 800, "outcomes": 120, "left_out": 0},
    )


def calibration(n=800, bins=10):
    p, y = labeled(n)
    parts = np.array_split(np.argsort(p), bins)
    pred, obs = np.array([p[i].mean() for i in parts]), np.array([y[i].mean() for i in parts])
    m = np.array([len(i) for i in parts])
    half = 1.96 * np.sqrt((obs * (1 - obs) + 0.01) / m)
    return Table(
        lowest=np.array([p[i].min() for i in parts]),
        highest=np.array([p[i].max() for i in parts]),
        predicted=pred,
        observed=obs,
        lower=np.maximum(0, obs - half),
        upper=np.minimum(1, obs + half),
        examples=m,
        outcomes=np.array([y[i].sum() for i in parts]),
        only={"left_out": 0, "confidence": 0.95},
    )


def benefit(n=99):
    t = np.arange(1, n + 1) / (n + 1) if n > 4 else np.array([0.05, 0.1, 0.2, 0.3])[:n]
    p, y = labeled(4000)
    net = np.array([np.mean((p >= x) & y) - x / (1 - x) * np.mean((p >= x) & ~y) for x in t])
    return Table(
        threshold=t,
        net_benefit=net,
        std_error=0.005 + 0 * t,
        lower=net - 0.01,
        upper=net + 0.01,
        treat_all=y.mean() - t / (1 - t) * (1 - y.mean()),
        treated=(100 * t).astype(int),
        only={"share": float(y.mean()), "examples": 4000, "outcomes": int(y.sum()), "left_out": 0},
    )


def bands(names=("red", "yellow", "green")):
    k = len(names)
    rate = np.linspace(0.31, 0.04, k)
    m = np.linspace(140, 420, k).astype(int)
    return Table(
        band=words(*names),
        examples=m,
        outcomes=(rate * m).astype(int),
        rate=rate,
        lower=rate * 0.75,
        upper=rate * 1.35,
        monotone_rate=rate,
        next_p_value=rate,
        only={
            "monotone": True,
            "trend": 4.1,
            "p_value": 3e-5,
            "exact": False,
            "left_out": 0,
            "worse_predicts_outcome": True,
        },
    )


def lead(n=60, seed=1):
    r = np.random.default_rng(seed)
    warned, worst = r.gamma(2, 50, n), r.gamma(2, 30, n)
    warned[: n // 8] = NAN
    worst[: n // 3] = NAN
    return Table(
        account=np.arange(n),
        date=np.full(n, np.datetime64("2026-01-01")),
        band_before=words(*["green"] * n),
        last_band=words(*["red"] * n),
        worst_days=worst,
        warned_days=warned,
        only={
            "outcomes": n,
            "with_band_before": n - 5,
            "watermelons": 12,
            "not_best_share": 0.72,
            "not_best_lower": 0.6,
            "not_best_upper": 0.8,
            "in_worst": int(np.isfinite(worst).sum()),
            "median_worst_days": float(np.nanmedian(worst)) if n > 2 else NAN,
            "warned": int(np.isfinite(warned).sum()),
            "median_warned_days": float(np.nanmedian(warned)) if n else NAN,
            "days_before": 90,
        },
    )


def psi(bins=10, texts=False):
    r = np.random.default_rng(2)
    a, b = r.dirichlet(np.full(bins, 20.0)), r.dirichlet(np.full(bins, 20.0))
    c = (b - a) * np.log(b / a)
    edges = np.linspace(20, 95, bins - 1) if bins > 1 else np.array([])
    return Table(
        kind=words(*(["category"] * bins if texts else ["numbers"] * bins)),
        lower=np.concatenate([[-np.inf], edges]),
        upper=np.concatenate([edges, [np.inf]]),
        category=words(*(f"some category {i}" for i in range(bins))),
        reference=(1000 * a).astype(int),
        current=(1000 * b).astype(int),
        reference_share=a,
        current_share=b,
        contribution=c,
        only={"psi": float(c.sum()), "reading": "stable", "limit": 0.05, "p_value": 0.01, "expected": 0.02},
    )


def csi(features=8):
    v = np.sort(np.random.default_rng(1).gamma(1, 0.09, features))[::-1]
    return Table(
        feature=words(*(f"feature_{i:03}" for i in range(features))),
        csi=v,
        reading=words(*("stable" if x < 0.1 else "moderate" if x < 0.25 else "large" for x in v)),
        share_of_all=v / v.sum(),
        bins=np.full(features, 10),
        expected=np.full(features, 0.02),
        limit=np.full(features, 0.05),
        p_value=v,
        points_shift=np.where(np.arange(features) % 3, v * 10, NAN),
        largest_bin=words(*["x"] * features),
        only={"points_shift_sum": NAN},
    )


def woe(bins=6):
    w = np.linspace(1.4, -1.7, bins)
    edges = np.linspace(0.1, 0.9, bins - 2) if bins > 2 else np.array([])
    low, high = np.concatenate([[-np.inf], edges]), np.concatenate([edges, [np.inf]])
    return Table(
        kind=words(*["numbers"] * (bins - 1), "missing"),
        lower=np.append(low, NAN)[:bins],
        upper=np.append(high, NAN)[:bins],
        category=words(*[""] * bins),
        examples=np.full(bins, 130),
        outcomes=np.arange(bins)[::-1] + 3,
        share_outcomes=np.ones(bins) / bins,
        share_others=np.ones(bins) / bins,
        weight_of_evidence=w,
        contribution=np.abs(w) / 10,
        only={"feature": "seat_utilization", "information_value": 0.734, "monotone": "none"},
    )


def proof(verdict="predictive"):
    return Table(
        figure=words("examples", "roc_auc"),
        of=words("", ""),
        value=np.array([800.0, 0.731]),
        lower=np.array([NAN, 0.68]),
        upper=np.array([NAN, 0.78]),
        p_value=np.array([NAN, 1e-9]),
        note=words("", ""),
        only={
            "verdict": verdict,
            "reasons": [
                "the interval of the area under the ROC curve, 0.680 to 0.780, lies above 0.5",
                "it is no better than tenure_days",
            ],
            "roc": roc(),
            "lift": lift((0.05, 0.1, 0.2)),
            "calibration": calibration(),
            "benefit": benefit(4),
            "bands": bands(),
            "lead_time": lead(),
            "score_drift": psi(),
            "feature_drift": csi(),
            "score": "score",
            "horizon_days": 90,
            "gap_days": 14,
        },
    )
