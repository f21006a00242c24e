# SPDX-License-Identifier: MIT
"""Cross-validation of IBM's customers by scikit-learn, with the folds of splits.py.

    python tests/health/data/cross_validation.py ../shared/data/telco_ibm/telco.csv

needs pandas, NumPy and scikit-learn. Features are tenure, charges and month-to-month; scikit-learn's C of a ridge
penalty p is 1 / (n p). The folds' log losses give mean and standard error as glmnet has them.
"""

import sys

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, roc_auc_score
from splits import deal

table = pd.read_csv(sys.argv[1])
y = (table.Churn == "Yes").to_numpy().astype(int)
x = np.column_stack([table.tenure, table.MonthlyCharges, table.Contract == "Month-to-month"]).astype(float)
folds = deal(dict(zip(table.customerID, y)), 5, 1)
fold = table.customerID.map(folds).to_numpy()
for penalty in (0.001, 0.03, 0.3):
    losses, areas, sizes = [], [], []
    for k in range(1, 6):
        train, test = fold != k, fold == k
        center, scale = x[train].mean(0), x[train].std(0)
        model = LogisticRegression(C=1 / (train.sum() * penalty), tol=1e-12, max_iter=10_000)
        model.fit((x[train] - center) / scale, y[train])
        p = model.predict_proba((x[test] - center) / scale)[:, 1]
        losses.append(log_loss(y[test], p))
        areas.append(roc_auc_score(y[test], p))
        sizes.append(test.sum())
    mean = np.average(losses, weights=sizes)
    error = np.sqrt(np.average((np.array(losses) - mean) ** 2, weights=sizes) / 4)
    print(penalty, f"{mean:.9f} {error:.9f}", " ".join(f"{a:.9f}" for a in areas), f"{np.mean(areas):.9f}")
