// SPDX-License-Identifier: MIT
#include <fealty/survival/beta_discrete_weibull.hpp>
#include <fealty/survival/discounted_lifetime.hpp>
#include <fealty/survival/renewal_model.hpp>
#include <fealty/survival/renewal_projection.hpp>
#include <fealty/survival/shifted_beta_geometric.hpp>

#include "bind.hpp"
#include "lives_or_table.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {
namespace {

using namespace fealty::survival;  // NOLINT(google-build-using-namespace): the names are this file's subject

}  // namespace

void bind_renewals(const Scope& scope) {
  result<RenewalModel>(scope, "RenewalModel").property("findings", &RenewalModel::findings);
  using M = RenewalModelOptions;
  function(scope, "shifted_beta_geometric",
           of_lives_or_table<RenewalModel, M>(&shifted_beta_geometric, &shifted_beta_geometric), {{"lives"}},
           Fields<M>().field("by", &M::by).field("threads", &M::threads));
  function(scope, "beta_discrete_weibull",
           of_lives_or_table<RenewalModel, M>(&beta_discrete_weibull, &beta_discrete_weibull), {{"lives"}},
           Fields<M>().field("by", &M::by).field("threads", &M::threads));
  drawn_result<RenewalProjection>(scope, "RenewalProjection");
  using P = RenewalProjectionOptions;
  function(scope, "renewal_projection", &renewal_projection, {{"model"}},
           Fields<P>().field("periods", &P::periods).field("given_age", &P::given_age));
  enumeration<PaymentTiming>(scope, "PaymentTiming");
  result<DiscountedLifetime>(scope, "DiscountedLifetime")
      .property("timing", &DiscountedLifetime::timing)
      .property("discount", &DiscountedLifetime::discount)
      .property("renewals", &DiscountedLifetime::renewals)
      .property("findings", &DiscountedLifetime::findings);
  using D = DiscountedLifetimeOptions;
  function(scope, "discounted_lifetime", &discounted_lifetime, {{"model"}},
           Fields<D>()
               .required("discount", &D::discount)
               .field("timing", &D::timing)
               .field("renewals", &D::renewals));
}

}  // namespace fealty::python
