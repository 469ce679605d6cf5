# Curves of CheckCurvesTest, by R 4.2.2 with survival 3.5-3: Rscript curves.R
# Two-sided 90 % limits are the one-sided 95 % bounds of a threshold.
library(survival)

# 24 patients with one sore session each, hours until it had gone; 0 in e: still sore then.
h <- c(6, 6, 12, 12, 12, 18, 18, 24, 24, 24, 24, 30, 30, 36, 36, 36, 48, 48, 48, 60, 60, 72, 72, 96)
e <- c(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 0, 0)
for (level in c(.90, .95)) {
  f <- survfit(Surv(h, e) ~ 1, conf.type = "log-log", conf.int = level)
  for (t in c(24, 48)) {
    s <- summary(f, times = t)
    cat(sprintf("soreness %.2f: resolved by %d h %.10f (%.10f, %.10f)\n", level, t, 1 - s$surv, 1 - s$upper, 1 - s$lower))
  }
  q <- quantile(f, .5)
  cat(sprintf("soreness %.2f: median %g (%g, %g)\n", level, q$quantile, q$lower, q$upper))
}

# 24 patients with one course each: the session of relief, of the end without it, or up to which an open course goes.
k <- c(1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 6, 2, 3, 4, 5, 3, 6)
s <- factor(c(rep("relief", 18), rep("ended", 4), rep("open", 2)), c("open", "relief", "ended"))
f <- survfit(Surv(k, s) ~ 1, id = seq_along(k), influence = TRUE)
p <- f$pstate[, 2]
se <- sqrt(colSums(f$influence.pstate[, -1, 2]^2)) # without time 0
for (level in c(.90, .95)) {
  w <- exp(qnorm((1 + level) / 2) * se / (p * log(p)))
  lower <- p^(1 / w)
  upper <- p^w
  cat(sprintf("relief %.2f: by session %g %.10f (%.10f, %.10f)\n", level, f$time, p, lower, upper), sep = "")
  at <- function(x) f$time[which(x >= .5)[1]]
  cat(sprintf("relief %.2f: median %g (%g, %g)\n", level, at(p), at(upper), at(lower)))
}
