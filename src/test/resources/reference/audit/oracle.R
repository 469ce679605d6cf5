# R 4.2.2 with survival 3.5-3 and survey 4.1-1. What the commands report, rates, soreness and relief must print for the
# exports of this folder, computed from the definitions (docs/methods.md) without the code of the project:
#   Rscript oracle.R            writes NAME.expected.json for every NAME.args here
#   Rscript oracle.R NAME...    only these
# Canonical column names, no mapping, no rejected row. Times are whole minutes. Text that explains ("reason",
# "notEstimable") is "*": any text. An object with "*": true may have further keys.
suppressPackageStartupMessages({library(survival); library(survey)})
options(digits = 17, stringsAsFactors = FALSE, warn = 1)
source("../stat/npmle_method.R")

# ---------------------------------------------------------------- reading
MISSING <- c("", "na", "n/a", "nr", "unknown", "-99", "-999")
YES <- c("yes", "y", "true", "t", "1", "x", "checked")
NO <- c("no", "n", "false", "f", "0", "unchecked", "none")
MAJOR <- c("pneumothorax", "excessive_bleeding", "prolonged_aggravation", "allergic_reaction", "infection", "nerve_injury", "broken_needle")
MINOR <- c("bruising", "bleeding", "pain_during", "pain_after_session", "fatigue", "fainting", "stiffness", "dizziness", "nausea", "headache",
  "drowsiness", "aggravation")
PLAIN <- c("session_id", "patient_id", "session_date", "session_number", "course_id", "course_outcome", "site", "therapist", "condition", "technique",
  "needles", "relief", "pain_before", "pain_after", "adverse_events", "soreness_hours", "soreness_resolved", "soreness_last_sore_hours",
  "soreness_first_clear_hours", "bruise_hours", "fatigue_hours", MAJOR, MINOR)

read_export <- function(file) {
  d <- read.csv(file, colClasses = "character", check.names = FALSE, na.strings = character())
  names(d) <- sapply(names(d), function(k) {
    canonical <- gsub("[ -]", "_", tolower(trimws(k)))
    if (canonical %in% PLAIN || grepl("^soreness_at_[0-9.]+h$", canonical)) canonical else k
  })
  ids <- c("patient_id", "session_id", "course_id")
  for (k in names(d)) {
    text <- trimws(d[[k]])
    Encoding(text) <- "UTF-8"
    gone <- if (k %in% ids) text == "" else tolower(text) %in% MISSING
    d[[k]] <- ifelse(gone, NA, text)
  }
  d
}
has <- function(d, k) k %in% names(d)
answer <- function(x) {
  x <- tolower(x)
  graded <- c(mild = TRUE, moderate = TRUE, severe = TRUE, `2` = TRUE, `3` = TRUE, `4` = TRUE, `5` = TRUE)
  out <- ifelse(x %in% YES, TRUE, ifelse(x %in% NO, FALSE, graded[x]))
  stopifnot(is.na(x) | !is.na(out))
  unname(out)
}
# Decimal text to a whole number of 1/scale, exactly.
units <- function(x, scale) {
  v <- round(as.numeric(x) * scale)
  stopifnot(is.na(x) | abs(v - as.numeric(x) * scale) < 1e-6)
  v
}
minutes <- function(hours) floor((units(hours, 1000) * 60 + 500) / 1000)

code <- function(...) { key <- paste(..., sep = "\r"); match(key, unique(key)) }
read_args <- function(name) {
  words <- readLines(paste0(name, ".args"))
  a <- list(command = words[1], file = words[2], by = NULL, cluster = "patient", confidence = .95, interval = "auto", heterogeneity = 1.5,
    where = list(), from = NA, to = NA, gap = 90, relief = NULL, sustained = FALSE, stratify = NULL, type = "log-log")
  k <- 3
  while (k <= length(words)) {
    if (words[k] == "--sustained") { a$sustained <- TRUE; k <- k + 1; next }
    v <- words[k + 1]
    switch(words[k],
      `--by` = a$by <- strsplit(v, ",")[[1]], `--cluster` = a$cluster <- strsplit(v, ",")[[1]], `--design-effect` = a$stated <- as.numeric(v), `--confidence` = a$confidence <- as.numeric(v), `--interval` = a$interval <- v,
      `--heterogeneity` = a$heterogeneity <- as.numeric(v), `--from` = a$from <- as.Date(v), `--to` = a$to <- as.Date(v), `--course-gap` = a$gap <- as.numeric(v),
      `--relief` = a$relief <- v, `--stratify` = a$stratify <- strsplit(v, ",")[[1]], `--conf-type` = a$type <- v, `--where` = { w <- regmatches(v, regexpr("=", v), invert = TRUE)[[1]]; a$where[[w[1]]] <- c(a$where[[w[1]]], w[2]) },
      stop("unknown argument ", words[k]))
    k <- k + 2
  }
  a
}
# Rows of a table that pass the filters.
passes <- function(d, a, date) {
  ok <- rep(TRUE, nrow(d))
  for (k in names(a$where)) ok <- ok & !is.na(d[[k]]) & d[[k]] %in% a$where[[k]]
  if (!is.na(a$from)) ok <- ok & !is.na(date) & date >= a$from
  if (!is.na(a$to)) ok <- ok & !is.na(date) & date <= a$to
  ok
}
# The strata of rows: overall first, then sorted by value, not recorded last.
strata <- function(d, by) {
  out <- list(list(value = structure(list(), names = character()), rows = seq_len(nrow(d))))
  if (length(by) && nrow(d)) {
    keys <- unique(d[, by, drop = FALSE])
    keys <- keys[do.call(order, c(unname(as.list(keys)), list(na.last = TRUE, method = "radix"))), , drop = FALSE]
    for (i in seq_len(nrow(keys))) {
      same <- rep(TRUE, nrow(d))
      for (k in by) same <- same & (if (is.na(keys[i, k])) is.na(d[[k]]) else !is.na(d[[k]]) & d[[k]] == keys[i, k])
      out[[length(out) + 1]] <- list(value = setNames(as.list(keys[i, , drop = TRUE]), by), rows = which(same))
      if (length(by) == 1) out[[length(out)]]$value <- setNames(list(keys[i, 1]), by)
    }
  }
  out
}
ANY_TEXT <- "*"
without_null <- function(x) x[!sapply(x, is.null)]
or_null <- function(x) if (length(x) == 0 || is.na(x)) NULL else x

# ---------------------------------------------------------------- intervals for a proportion
beta_limits <- function(y, n, level) {
  tail <- (1 - level) / 2
  c(if (y <= 0) 0 else qbeta(tail, y, n - y + 1), if (n - y <= 1e-9 * n) 1 else qbeta(tail, y + 1, n - y, lower.tail = FALSE))
}
wilson_limits <- function(y, n, level) {
  z <- qnorm((1 - level) / 2, lower.tail = FALSE)
  low <- function(y) if (y == 0) 0 else y^2 / (n * (y + z^2 / 2 + z * sqrt(y * (n - y) / n + z^2 / 4)))
  c(low(y), 1 - low(n - y))
}
# yes: TRUE or FALSE of each assessed session, cluster: its cluster.
one_way <- function(yes, cluster) {
  size <- table(cluster)
  v <- NA
  if (any(yes) && !all(yes) && length(size) >= 2) {
    long <- data.frame(y = as.numeric(yes), cluster = cluster, w = 1)
    v <- as.numeric(SE(svymean(~y, svydesign(ids = ~cluster, weights = ~w, data = long))))^2
  }
  list(m = length(size), m_w = sum(size^2) / length(yes), largest = max(size), v = v)
}
# clusters: one vector of clusters, or two for levels that cross (V_a + V_b - V_ab).
proportion <- function(yes, clusters, method, level, sigma, stated = NULL) {
  n <- length(yes); y <- sum(yes)
  if (!is.list(clusters)) clusters <- list(clusters)
  parts <- lapply(clusters, function(cluster) one_way(yes, cluster))
  m <- min(sapply(parts, `[[`, "m"))
  m_w <- max(sapply(parts, `[[`, "m_w"))
  clustered <- m >= 2 && any(sapply(parts, `[[`, "largest") >= 2)
  plain <- function(name, limits) list(method = name, level = level, lower = limits[1], upper = limits[2], ratio = 1, effect = 1)
  if (method == "wilson") return(plain("wilson", wilson_limits(y, n, level)))
  estimated <- NULL
  if (y > 0 && y < n && m >= 2) {
    v <- sum(sapply(parts, `[[`, "v"))
    if (length(clusters) == 2) v <- max(0, v - one_way(yes, code(clusters[[1]], clusters[[2]]))$v)
    estimated <- v / (y / n * (1 - y / n) / n)
    if (estimated < 1e-13) estimated <- 0            # every cluster has the same share
  }
  if (!is.null(stated)) {
    limits <- beta_limits(y / stated, n / stated, level)
    return(list(method = "stated", level = level, lower = limits[1], upper = limits[2], clusters = m, estimatedDesignEffect = estimated,
      designEffect = stated, effectiveSize = n / stated, ratio = 1 / stated, effect = stated))
  }
  if (method == "clopper-pearson" || !clustered || (method == "korn-graubard" && (y == 0 || y == n))) return(plain("clopper-pearson", beta_limits(y, n, level)))
  d <- estimated
  if (method != "korn-graubard") {
    guess <- (y + 2) / (n + 4)
    rho <- min(.3, guess * (exp(sigma^2) - 1) / (1 - guess))
    expected <- 1 + rho * (m_w - 1)
    d <- max(1, (y * (if (is.null(estimated)) 1 else estimated) + 8 * expected) / (y + 8))
  }
  tail <- (1 - level) / 2
  effective <- if (d == 0) n else min(n, n / d * (qt(tail, n - 1) / qt(tail, m - 1))^2)
  limits <- beta_limits(effective * y / n, effective, level)
  list(method = if (method == "korn-graubard") method else "stabilized", level = level, lower = limits[1], upper = limits[2], clusters = m,
    estimatedDesignEffect = estimated, designEffect = d, effectiveSize = effective, ratio = effective / n, effect = max(1, d))
}
shown <- function(interval) without_null(interval[setdiff(names(interval), c("ratio", "effect"))])
upper_bound <- function(y, n, level) if (y >= n) 1 else qbeta(level, y + 1, n - y)

word <- function(y, n) {                        # of the fraction y / n
  for (k in 1:4) if (y * 10^k >= n) return(c("very common", "common", "uncommon", "rare")[k])
  "very rare"
}

# ---------------------------------------------------------------- adverse-event rates
events_of <- function(d) {
  listed <- has(d, "adverse_events")
  present <- if (listed) c(MINOR, MAJOR) else intersect(names(d), c(MINOR, MAJOR))
  out <- lapply(present, function(e) {
    if (!listed) return(answer(d[[e]]))
    sapply(strsplit(d$adverse_events, " *; *"), function(k) if (length(k) == 0 || all(is.na(k))) NA else e %in% k)
  })
  names(out) <- present
  # blank is "not recorded"; an element of the list "none" stands for nothing
  composite <- function(parts) {
    if (length(parts) == 0) return(list(value = rep(NA, nrow(d)), partly = rep(FALSE, nrow(d))))
    m <- do.call(cbind, out[parts])
    value <- ifelse(rowSums(m, na.rm = TRUE) > 0, TRUE, ifelse(rowSums(is.na(m)) == 0, FALSE, NA))
    list(value = value, partly = is.na(value) & rowSums(!is.na(m)) > 0)
  }
  single <- lapply(present, function(e) list(name = e, severity = if (e %in% MAJOR) "major" else "minor", value = out[[e]], partly = rep(FALSE, nrow(d))))
  c(single, list(c(list(name = "any", severity = "any"), composite(present)), c(list(name = "any_minor", severity = "minor"), composite(intersect(present, MINOR))),
    c(list(name = "any_major", severity = "major"), composite(intersect(present, MAJOR)))))
}
who <- function(d) {
  site <- if (has(d, "site")) d$site else ""
  none <- rep(1L, nrow(d))
  list(patient = code(site, d$patient_id), site = if (has(d, "site")) code(d$site) else none,
    # a blank therapist: one cluster, whatever the site
    therapist = if (has(d, "therapist")) ifelse(is.na(d$therapist), 0L, code(site, d$therapist)) + 1L else NULL, none = seq_len(nrow(d)))
}
rate_of <- function(event, stratum, d, people, a) {
  r <- stratum$rows
  v <- event$value[r]
  k <- r[!is.na(v)]
  yes <- event$value[k]
  n <- length(k); y <- sum(yes); u <- length(r) - n
  named <- function(rows) length(unique(people$therapist[rows][people$therapist[rows] > 1]))
  out <- list(event = event$name, stratum = stratum$value, unit = "session", severity = event$severity, events = y, denominator = n, notRecorded = u,
    partlyRecorded = sum(event$partly[r]), patients = length(unique(people$patient[k][yes])), patientsAssessed = length(unique(people$patient[k])),
    therapists = if (is.null(people$therapist)) NULL else named(k))
  out <- without_null(out)
  bounds <- if (n + u > 0) list(lower = y / (n + u), upper = (y + u) / (n + u)) else NULL
  if (n == 0) return(without_null(c(out, list(notEstimable = ANY_TEXT, unrecordedBounds = bounds))))
  interval <- proportion(yes, lapply(people[a$cluster], `[`, k), a$interval, a$confidence, a$heterogeneity, a$stated)
  out$rate <- y / n
  out$interval <- shown(interval)
  out$unrecordedBounds <- bounds
  out$frequency <- if (n < 20 || out$patientsAssessed < 5) list(notEstimable = ANY_TEXT) else
    list(estimate = if (y == 0) "none observed" else word(y, n), lower = if (y == 0) "none observed" else word(interval$lower, 1), upper = word(interval$upper, 1))
  limits <- beta_limits(out$patients, out$patientsAssessed, a$confidence)
  out$patientRate <- list(rate = out$patients / out$patientsAssessed, interval = list(method = "clopper-pearson", level = a$confidence, lower = limits[1], upper = limits[2]))
  own <- as.vector(tapply(yes, people$patient[k], mean))
  out$patientAverage <- list(rate = mean(own))
  if (length(unique(own)) > 1)
    out$patientAverage[c("lower", "upper")] <- as.list(pmin(1, pmax(0, t.test(own, conf.level = a$confidence)$conf.int)))
  if (has(d, "needles")) {
    both <- k[!is.na(d$needles[k])]
    e <- sum(event$value[both]); needles <- sum(as.numeric(d$needles[both]))
    g <- interval$effect
    tail <- (1 - a$confidence) / 2
    limits <- 1000 * c(if (e == 0) 0 else qgamma(tail, e / g), qgamma(tail, e / g + 1, lower.tail = FALSE)) / (needles / g)
    out$perThousandNeedles <- if (needles == 0) list(notEstimable = ANY_TEXT) else
      list(events = e, needles = needles, rate = 1000 * e / needles, interval = list(method = "garwood", level = a$confidence, lower = limits[1], upper = limits[2]))
  }
  if (y < 20) {
    step <- function(assumption, y, n) list(assumption = assumption, level = a$confidence, upper = upper_bound(y, n, a$confidence))
    ladder <- lapply(c(1, 1.5, 2, 5), function(g) step(paste("design effect", g), y / g, n / g))
    if (!is.null(people$therapist)) for (rho in c(.001, .005, .01)) {
      size <- tabulate(people$therapist[k])
      g <- 1 + rho * (sum(size^2) / n - 1)
      ladder <- c(ladder, list(step(paste("therapist correlation", rho), y / g, n / g)))
    }
    ladder <- c(ladder, list(step("patients as the sample", out$patients, out$patientsAssessed)))
    if (!is.null(people$therapist)) ladder <- c(ladder, list(step("therapists as the sample", length(unique(people$therapist[k][yes])), length(unique(people$therapist[k])))))
    if (has(d, "site")) ladder <- c(ladder, list(step("sites as the sample", length(unique(people$site[k][yes])), length(unique(people$site[k])))))
    out$ladder <- ladder
  }
  out
}

# ---------------------------------------------------------------- severity
GRADES <- c("none", "mild", "moderate", "severe", "life-threatening", "fatal")
HOURS_OF <- c(bruising = "bruise_hours", fatigue = "fatigue_hours")
# The grade of every row, NA where not recorded or a yes has none; NULL for an event that is not graded.
grades_of <- function(d, event) {
  if (has(d, "adverse_events") || !has(d, event)) return(NULL)
  x <- tolower(d[[event]])
  told <- c(mild = 1, moderate = 2, severe = 3, `2` = 2, `3` = 3, `4` = 4, `5` = 5)
  if (!any(x %in% names(told))) return(NULL)
  told[["1"]] <- 1
  unname(ifelse(x %in% NO, 0, told[x]))
}
class_of <- function(hours, grade) {
  lasted <- ifelse(hours < 24 * 60, 1, ifelse(hours < 7 * 24 * 60, 2, 3))
  classes <- matrix(c("mild", "not classified", "not classified", "not classified", "moderate", "major", "moderate", "major", "major"), 3, byrow = TRUE)
  classes[cbind(lasted, pmin(grade, 3))]
}
severity_of <- function(events, groups, d, people, a, used) {
  declared <- Filter(function(e) !startsWith(e$name, "any"), events)
  names <- sapply(declared, `[[`, "name")
  grades <- setNames(lapply(names, function(e) grades_of(d, e)), names)
  graded <- names[!sapply(grades, is.null)]
  if (length(graded) == 0) return(NULL)
  top <- max(3, unlist(lapply(graded, function(e) grades[[e]][used])), na.rm = TRUE)
  yes <- setNames(lapply(declared, `[[`, "value"), names)
  # grade of a yes, NA without one; an event that is not graded has none
  level <- setNames(lapply(names, function(e) { g <- if (is.null(grades[[e]])) rep(NA, nrow(d)) else grades[[e]]; ifelse(yes[[e]] %in% TRUE, g, 0) }), names)
  reached <- function(e, g) if (g == 1) yes[[e]] else ifelse(yes[[e]] %in% TRUE, level[[e]] >= g, yes[[e]])
  rows <- list()
  for (event in events) {
    parts <- switch(event$name, any = names, any_minor = intersect(names, MINOR), any_major = intersect(names, MAJOR), event$name)
    if (!any(parts %in% graded)) next
    thresholds <- lapply(seq_len(top), function(g) {
      m <- sapply(parts, function(e) reached(e, g))
      dim(m) <- c(nrow(d), length(parts))
      value <- apply(m, 1, function(v) if (any(v %in% TRUE)) TRUE else if (all(v %in% FALSE)) FALSE else NA)
      some <- Reduce(`|`, lapply(parts, function(e) !is.na(yes[[e]])))
      list(name = event$name, severity = event$severity, value = value, partly = startsWith(event$name, "any") & is.na(value) & some)
    })
    for (stratum in groups) {
      rate <- function(e) { r <- rate_of(e, stratum, d, people, a); r[setdiff(names(r), c("event", "stratum", "unit", "severity"))] }
      out <- list(event = event$name, stratum = stratum$value,
        atLeast = lapply(seq_len(top), function(g) c(list(grade = g, word = GRADES[g + 1]), rate(thresholds[[g]]))))
      r <- stratum$rows
      worst <- sapply(split(r, people$patient[r]), function(k) {
        if (all(is.na(event$value[k]))) return(c(NA, 0))
        g <- unlist(lapply(parts, function(e) level[[e]][k]))
        recorded <- max(0, g, na.rm = TRUE)
        c(if (recorded == 0 && anyNA(g)) -1 else recorded, anyNA(g))
      })
      dim(worst) <- c(2, length(worst) / 2)
      out$worstGrade <- lapply(0:top, function(g) list(grade = g, word = GRADES[g + 1], patients = sum(worst[1, ] %in% g)))
      open <- Reduce(`|`, lapply(parts, function(e) is.na(level[[e]])))
      out$ungraded <- list(sessions = sum(open[r]), patients = sum(worst[1, ] %in% -1), patientsBesideGraded = sum(worst[1, ] >= 0 & worst[2, ] == 1, na.rm = TRUE))
      column <- HOURS_OF[event$name]
      if (!is.na(column) && has(d, column)) {
        lasted <- minutes(d[[column]])
        y <- r[event$value[r] %in% TRUE]
        row <- cut(lasted[y], c(-1, 24 * 60 - 1, 7 * 24 * 60 - 1, Inf), labels = c("hours", "days", "weeks"))
        row <- factor(ifelse(is.na(row), "not recorded", as.character(row)), c("hours", "days", "weeks", "not recorded"))
        g <- level[[event$name]][y]
        g <- factor(ifelse(is.na(g), "gradeNotRecorded", c("mild", "medium", "severe", "severe", "severe")[g]), c("mild", "medium", "severe", "gradeNotRecorded"))
        counts <- table(row, g)
        found <- class_of(lasted, ifelse(level[[event$name]] == 0, NA, level[[event$name]]))
        out$duration <- list(sessions = lapply(rownames(counts), function(k) c(list(duration = k), as.list(counts[k, ]))),
          eventNotRecorded = sum(is.na(event$value[r]) & lasted[r] > 0, na.rm = TRUE),
          classes = lapply(c("major", "moderate", "mild", "not classified"), function(class) {
            value <- ifelse(event$value %in% TRUE, found == class, event$value)
            c(list(class = class), rate(list(name = event$name, severity = event$severity, value = value, partly = rep(FALSE, nrow(d)))))
          }))
      }
      rows[[length(rows) + 1]] <- out
    }
  }
  rows
}
benchmark_of <- function(id, event, d, people, a, used) {
  limit <- .001
  out <- list(id = id, event = event$name, stratum = structure(list(), names = character()), limit = limit, level = a$confidence)
  v <- event$value[used]
  k <- used[!is.na(v)]
  yes <- event$value[k]
  n <- length(k); y <- sum(yes); u <- length(used) - n
  counts <- list(events = y, denominator = n, notRecorded = u)
  if (n == 0) return(c(out, list(verdict = "inconclusive", reason = ANY_TEXT), counts, list(notEstimable = ANY_TEXT)))
  interval <- proportion(yes, lapply(people[a$cluster], `[`, k), a$interval, 1 - 2 * (1 - a$confidence), a$heterogeneity, a$stated)
  r <- interval$ratio
  upper <- function(y, n) if (interval$method == "wilson") wilson_limits(y, n, interval$level)[2] else upper_bound(r * y, r * n, a$confidence)
  stopifnot(abs(upper(y, n) - interval$upper) < 1e-12)
  verdict <- if (interval$upper < limit) "demonstrated below" else if (interval$lower > limit) "demonstrated above" else "inconclusive"
  first <- function(ok, from) {                 # the smallest whole k >= from with ok(k); ok holds from there on
    to <- max(1, from)
    while (!ok(to)) to <- to * 2
    lo <- from - 1
    while (to - lo > 1) { mid <- floor((lo + to) / 2); if (ok(mid)) to <- mid else lo <- mid }
    to
  }
  tipping <- needed <- holds <- NULL
  if (verdict == "demonstrated below") {
    tipping <- first(function(j) j > u || upper(y + j, n + j) >= limit, 1)
    if (tipping > u) tipping <- NULL
  }
  if (n < 20 || length(unique(people$patient[k])) < 5) verdict <- "inconclusive"
  if (!is.null(tipping) && u / (n + u) > .1) verdict <- "inconclusive"
  if (verdict == "inconclusive" && interval$upper >= limit) needed <- first(function(j) upper(y, n + j) < limit, 1)
  # the design effect at which the bound of the same method would meet the limit
  meets <- function(g, side) {
    bound <- if (interval$method == "wilson") wilson_limits(y / g, n / g, interval$level) else beta_limits(y / g, n / g, interval$level)
    bound[side] - limit
  }
  if (verdict != "inconclusive")
    holds <- exp(uniroot(function(log_g) meets(exp(log_g), if (verdict == "demonstrated below") 2 else 1), c(-10, log(n) + 20), tol = 1e-15)$root)
  without_null(c(out, list(verdict = verdict, reason = ANY_TEXT), counts, list(rate = y / n, lower = interval$lower, upper = interval$upper, sessionsNeeded = needed,
    holdsToDesignEffect = holds, tippingPoint = tipping)))
}

# ---------------------------------------------------------------- curves
at_or_below <- function(time, y, level) {
  k <- which(!is.na(y) & y <= level + 1e-9)[1]
  if (is.na(k)) return(NULL)
  if (y[k] < level - 1e-9) return(time[k])
  later <- which(!is.na(y) & seq_along(y) > k & y < level - 1e-9)[1]
  (time[k] + if (is.na(later)) max(time) else time[later]) / 2
}
kaplan_meier <- function(time, event, patient, level, type = "log-log") {
  CURVE <<- data.frame(time, event, patient)         # global: resid() looks it up there
  LEVEL <<- level
  TYPE <<- type
  f <- if (anyDuplicated(patient)) survfit(Surv(time, event) ~ 1, CURVE, cluster = patient, robust = TRUE, conf.type = TYPE, conf.int = LEVEL) else
    survfit(Surv(time, event) ~ 1, CURVE, conf.type = TYPE, conf.int = LEVEL)
  surv <- ifelse(f$surv < 1e-13, 0, f$surv)
  gone <- surv == 0 | surv == 1
  list(fit = f, time = f$time, risk = f$n.risk, event = f$n.event, censor = f$n.censor, surv = surv, lower = ifelse(gone, NA, f$lower), upper = ifelse(gone, NA, f$upper))
}
quantile_of <- function(c, level, scale) {
  pick <- function(y) { q <- at_or_below(c$time, y, level); if (is.null(q)) NULL else q / scale }
  out <- without_null(list(value = pick(c$surv), lower = pick(c$lower), upper = pick(c$upper)))
  if (is.null(out$value)) out$notEstimable <- ANY_TEXT
  out
}
HOURS <- c(12, 24, 36, 48, 72, 168)
JACKKNIFE <- "infinitesimal jackknife, clustered by patient"
limits_of <- function(type, level, variance) list(method = type, level = level, variance = variance)
variance_of <- function(patient) if (anyDuplicated(patient)) JACKKNIFE else "greenwood"

by_duration <- function(time, event, patient, a) {
  c <- kaplan_meier(time, event, patient, a$confidence, a$type)
  last <- max(time)
  by <- lapply(HOURS, function(h) {
    i <- findInterval(h * 60, c$time)
    if (h * 60 > last && min(c$surv) > 0) return(list(hours = h, notEstimable = ANY_TEXT))
    out <- list(hours = h, probability = if (i == 0) 0 else 1 - c$surv[i], lower = if (i == 0) NULL else or_null(1 - c$upper[i]),
      upper = if (i == 0) NULL else or_null(1 - c$lower[i]), atRisk = sum(time >= h * 60))
    without_null(out)
  })
  mean72 <- list(notEstimable = ANY_TEXT)
  if (last >= 4320 || min(c$surv) == 0) {
    k <- c$time < 4320
    area <- sum(diff(c(0, c$time[k], 4320)) * c(1, c$surv[k]))
    # resid() fails in survival 3.5-3 with fewer than two event times: there the derivatives by the weights
    u <- if (length(unique(time[event == 1])) > 1) as.vector(resid(c$fit, times = 4320, type = "auc")) else sapply(seq_along(time), function(i) {
      w <- rep(1 + 0i, length(time)); w[i] <- 1 + 1e-30i
      Im(sum(diff(c(0, c$time[k], 4320)) * c(1, cumprod(sapply(c$time[k], function(t) 1 - sum(w[time == t & event == 1]) / sum(w[time >= t])))))) / 1e-30
    })
    mean72 <- list(value = area / 60, standardError = sqrt(sum(rowsum(u, patient)^2)) / 60)
  }
  q <- lapply(c(q1 = .75, q3 = .25), function(p) quantile_of(c, p, 60)$value)
  list(limits = limits_of(a$type, a$confidence, variance_of(patient)), medianHours = quantile_of(c, .5, 60), quartileHours = c(without_null(q), if (any(sapply(q, is.null))) list(notEstimable = ANY_TEXT)), meanHoursTo72 = mean72,
    resolvedBy = by, curve = lapply(seq_along(c$time), function(i) without_null(list(hours = c$time[i] / 60, atRisk = c$risk[i], resolved = c$event[i],
      censored = c$censor[i], sore = c$surv[i], lower = or_null(c$lower[i]), upper = or_null(c$upper[i])))))
}
by_interval <- function(left, right, a) {
  key <- paste(left, right)
  one <- !duplicated(key)
  fit <- npmle(left[one], right[one], as.vector(table(factor(key, unique(key)))))
  stopifnot(fit$gap < 1e-10)
  keep <- fit$p > 1e-9
  from <- floor(fit$from[keep] / 2); to <- fit$to[keep] / 2; p <- fit$p[keep]
  after <- pmax(0, 1 - cumsum(p)); after[after < 1e-12] <- 0
  before <- c(1, head(after, -1))
  last <- max(left, right[is.finite(right)])
  q <- function(level) {
    i <- which(after <= level + 1e-9)[1]
    end <- to[i]
    if (abs(after[i] - level) < 1e-9) end <- if (i < length(to) && is.finite(to[i + 1])) to[i + 1] else last    # exactly at the level: up to the next drop
    if (!is.finite(end)) NULL else c(from[i], end) / 60
  }
  by <- lapply(HOURS, function(h) {
    t <- h * 60
    inside <- which(from < t & t < to)
    if (t > last && (length(inside) || !any(after == 0))) return(list(hours = h, notEstimable = ANY_TEXT))
    if (length(inside)) return(list(hours = h, lowerBound = 1 - before[inside], upperBound = 1 - after[inside], `*` = TRUE))
    list(hours = h, probability = sum(p[to <= t]), `*` = TRUE)           # and bootstrap limits
  })
  median <- q(.5)
  finite <- is.finite(to)
  quartiles <- list(q1 = q(.75), q3 = q(.25))
  range <- function(k) if (is.null(quartiles[[k]])) NULL else setNames(as.list(quartiles[[k]]), paste0(k, c("From", "To")))
  list(limits = list(method = "bootstrap over patients", level = a$confidence, seed = 20240229, replicates = 500),
    medianHours = c(if (is.null(median)) list(notEstimable = ANY_TEXT) else list(from = median[1], to = median[2]), list(`*` = TRUE)),
    quartileHours = c(range("q1"), range("q3"), if (is.null(quartiles$q1) || is.null(quartiles$q3)) list(notEstimable = ANY_TEXT)),
    meanHoursTo72 = list(notEstimable = ANY_TEXT), resolvedBy = by,
    curve = lapply(which(finite), function(i) list(fromHours = from[i] / 60, hours = to[i] / 60, sore = after[i], `*` = TRUE)))
}

# ---------------------------------------------------------------- soreness
soreness_records <- function(d) {
  diary <- grep("^soreness_at_", names(d), value = TRUE)
  diary <- diary[order(as.numeric(sub("^soreness_at_([0-9.]+)h$", "\\1", diary)))]
  interval <- intersect(c("soreness_last_sore_hours", "soreness_first_clear_hours"), names(d))
  any_in <- function(k) length(k) > 0 && any(!is.na(d[, k]))
  n <- nrow(d)
  r <- list(state = rep("none", n), left = rep(NA_real_, n), right = rep(NA_real_, n), relapsed = rep(FALSE, n))
  if (any_in(interval)) {
    r$form <- "interval"
    column <- function(k) if (has(d, k)) minutes(d[[k]]) else rep(NA_real_, n)
    last <- column("soreness_last_sore_hours"); clear <- column("soreness_first_clear_hours")
    recorded <- !is.na(last) | !is.na(clear)
    r$state[recorded] <- ifelse(!is.na(clear[recorded]) & clear[recorded] == 0, "never", "curve")
    r$left <- ifelse(is.na(last), 0, last)
    r$right <- ifelse(is.na(clear), Inf, clear)
  } else if (any_in(diary)) {
    r$form <- "diary"
    r$hours <- as.numeric(sub("^soreness_at_([0-9.]+)h$", "\\1", diary))
    at <- minutes(as.character(r$hours))
    r$scores <- sapply(diary, function(k) as.numeric(d[[k]]))
    for (i in seq_len(n)) {
      s <- r$scores[i, ]
      sore <- which(!is.na(s) & s > 0)
      if (length(sore) == 0) { if (!is.na(s[length(s)])) r$state[i] <- "never"; next }
      r$state[i] <- "curve"
      clear <- which(!is.na(s) & s == 0)
      r$left[i] <- at[max(sore)]
      after <- clear[clear > max(sore)]
      r$right[i] <- if (length(after)) at[min(after)] else Inf
      r$relapsed[i] <- any(clear > min(sore) & clear < max(sore))
    }
  } else if (any_in(intersect("soreness_hours", names(d)))) {
    r$form <- "duration"
    time <- minutes(d$soreness_hours)
    done <- if (has(d, "soreness_resolved")) answer(d$soreness_resolved) else rep(TRUE, n)
    r$state <- ifelse(is.na(time), "none", ifelse(time == 0, "never", ifelse(is.na(done), "end", "curve")))
    r$left <- time
    r$right <- ifelse(done, time, Inf)
  } else r$form <- "absent"
  r
}
soreness_of <- function(d, people, a, used, by) {
  s <- soreness_records(d)
  if (s$form == "absent") return(list(soreness = list(list(stratum = structure(list(), names = character()), notEstimable = ANY_TEXT, `*` = TRUE)), test = NULL))
  all_strata <- strata(d[used, , drop = FALSE], by)
  rows <- lapply(all_strata, function(g) {
    r <- used[g$rows]
    k <- r[s$state[r] == "curve"]
    never <- sum(s$state[r] == "never")
    out <- list(stratum = g$value, method = if (s$form == "duration") "kaplan-meier" else "npmle", recorded = length(k) + never, sessions = length(k),
      neverSore = never, resolved = sum(is.finite(s$right[k])), censored = sum(!is.finite(s$right[k])), relapsed = sum(s$relapsed[k]),
      notRecorded = sum(s$state[r] == "none"), endNotRecorded = sum(s$state[r] == "end"))
    out <- c(out, if (length(k) == 0) list(notEstimable = ANY_TEXT) else if (s$form == "duration")
      by_duration(s$left[k], as.integer(is.finite(s$right[k])), people$patient[k], a) else by_interval(s$left[k], s$right[k], a))
    lost <- out$notRecorded + out$endNotRecorded
    known <- Filter(function(x) x$hours %in% c(24, 48) && is.null(x$notEstimable), out$resolvedBy)
    if (length(known)) out$unrecordedBounds <- lapply(known, function(x) {
      range <- if (is.null(x$probability)) c(x$lowerBound, x$upperBound) else rep(x$probability, 2)
      list(hours = x$hours, lower = range[1] * length(k) / (length(k) + lost), upper = (range[2] * length(k) + lost) / (length(k) + lost))
    })
    if (s$form == "diary") out$trajectory <- lapply(seq_along(s$hours), function(j) {
      q <- r[!is.na(s$scores[r, j])]
      if (length(q) == 0) return(list(hours = s$hours[j], recorded = 0, notEstimable = ANY_TEXT))
      i <- proportion(s$scores[q, j] > 0, people$patient[q], "auto", a$confidence, a$heterogeneity)
      score <- s$scores[q, j]; patients <- length(unique(people$patient[q]))
      error <- sqrt(patients / (patients - 1) * sum(rowsum((score - mean(score)) / length(q), people$patient[q])^2))
      reach <- if (patients > 1 && error > 1e-12) qt((1 + a$confidence) / 2, patients - 1) * error else NULL
      without_null(list(hours = s$hours[j], recorded = length(q), meanScore = mean(score), meanLower = if (!is.null(reach)) max(0, mean(score) - reach),
        meanUpper = if (!is.null(reach)) min(10, mean(score) + reach), sore = mean(score > 0), method = i$method, lower = i$lower, upper = i$upper))
    })
    if (s$form == "diary") {
      means <- sapply(out$trajectory, function(x) if (is.null(x$meanScore)) 0 else x$meanScore)
      if (max(means) > 0) out$peakHours <- s$hours[which(means >= max(means) - 1e-12)[1]]
    }
    out
  })
  test <- NULL
  if (s$form == "duration" && length(all_strata) > 2) {
    group <- rep(NA, nrow(d))
    for (j in seq_along(all_strata)[-1]) group[used[all_strata[[j]]$rows]] <- j
    k <- used[s$state[used] == "curve"]
    t <- data.frame(time = s$left[k], event = as.integer(is.finite(s$right[k])), patient = people$patient[k], group = factor(group[k], seq_along(all_strata)[-1]),
      block = if (is.null(a$stratify)) 1 else do.call(code, unname(lapply(a$stratify, function(b) ifelse(is.na(d[[b]][k]), "", paste0("=", d[[b]][k]))))))
    repeated <- anyDuplicated(t$patient) > 0
    test <- list(test = paste0("log-rank", if (!is.null(a$stratify)) paste0(", stratified by ", paste(a$stratify, collapse = ", ")), if (repeated) ", clustered by patient"))
    patients <- tapply(t$patient, t$group, function(x) length(unique(x)))
    test <- if (any(is.na(patients) | patients < 10)) list(test = ANY_TEXT, notEstimable = ANY_TEXT) else c(test, {
      strata <- survival::strata
      chi <- if (repeated) coxph(Surv(time, event) ~ group + strata(block), t, cluster = patient, ties = "breslow", robust = TRUE)$rscore else survdiff(Surv(time, event) ~ group + strata(block), t)$chisq
      df <- nlevels(t$group) - 1
      list(chiSquare = as.numeric(chi), degreesOfFreedom = df, pValue = pchisq(as.numeric(chi), df, lower.tail = FALSE))
    })
  }
  list(soreness = rows, test = test)
}

# ---------------------------------------------------------------- courses
definition_of <- function(d, a) {
  if (!is.null(a$relief)) a$relief else if (has(d, "relief") && any(!is.na(d$relief))) "column" else if (has(d, "pain_before") && has(d, "pain_after")) "pain -30%" else NULL
}
courses_of <- function(d, people, a, definition) {
  n <- nrow(d)
  date <- if (has(d, "session_date")) as.Date(d$session_date) else rep(as.Date(NA), n)
  number <- if (has(d, "session_number")) as.integer(d$session_number) else rep(NA_integer_, n)
  condition <- if (has(d, "condition")) d$condition else rep(NA, n)
  named <- if (has(d, "course_id")) d$course_id else rep(NA, n)
  group <- ifelse(is.na(named), paste("by condition", people$patient, ifelse(is.na(condition), "", paste("is", condition)), sep = "\r"), paste("by name", people$patient, named, sep = "\r"))
  courses <- list()
  for (rows in split(seq_len(n), factor(group, unique(group)))) {
    rows <- rows[order(date[rows], number[rows], rows, na.last = TRUE)]
    by_name <- !is.na(named[rows[1]])
    numbered <- !anyNA(number[rows])
    steps <- seq_along(rows)[-1]
    starts <- if (by_name) rep(FALSE, length(steps)) else if (numbered) number[rows[steps]] <= number[rows[steps - 1]] else {
      gap <- as.numeric(date[rows[steps]] - date[rows[steps - 1]])
      !is.na(gap) & gap > a$gap
    }
    part <- cumsum(c(TRUE, starts))
    # a named course is not split: numbers that do not rise contradict the dates, and its ordinals are ranks
    falls <- by_name && any(diff(number[rows][!is.na(number[rows])]) <= 0)
    if (falls) numbered <- FALSE
    for (p in unique(part)) {
      mine <- rows[part == p]
      courses[[length(courses) + 1]] <- list(rows = mine, ordinal = if (numbered) number[mine] else seq_along(mine),
        conflict = falls || (p > 1 && numbered && number[mine[1]] > 1), date = date[mine], patient = people$patient[mine[1]])
    }
  }
  last_date <- suppressWarnings(max(date, na.rm = TRUE))
  relief <- if (has(d, "relief")) answer(d$relief) else rep(NA, n)
  cents <- function(k) if (has(d, k)) units(d[[k]], 100) else rep(NA_real_, n)
  before <- cents("pain_before"); after <- cents("pain_after")
  outcome <- if (has(d, "course_outcome")) d$course_outcome else rep(NA, n)
  for (i in seq_along(courses)) {
    c <- courses[[i]]
    r <- c$rows
    c$first <- r[1]
    f <- c$ordinal[1]
    baseline <- before[r[1]]
    by_pain <- definition != "column"
    if (by_pain) {
      fulfils <- function(pain) {
        amount <- as.numeric(sub("^pain *(-|<=) *([0-9.]+)%?$", "\\2", definition))
        !is.na(pain) & !is.na(baseline) & (if (grepl("%$", definition)) (baseline - pain) * 100 >= amount * baseline else
          if (grepl("<=", definition)) pain <= amount * 100 else baseline - pain >= amount * 100)
      }
      seen <- !is.na(after[r])
      reached <- seen & fulfils(after[r])
    } else {
      seen <- !is.na(relief[r])
      reached <- seen & relief[r]
    }
    reached <- reached & !is.na(reached)
    # sustained: no later assessed session without relief
    if (a$sustained) reached <- reached & sapply(seq_along(r), function(j) !any(seen[seq_along(r) > j] & !reached[seq_along(r) > j]))
    dated <- c$date[!is.na(c$date)]
    said <- outcome[r][!is.na(outcome[r])]
    ended <- if (length(said)) tail(said, 1) %in% c("completed", "dropped_out") else length(dated) > 0 && as.numeric(last_date - max(dated)) > a$gap
    c$late <- f > 1
    c$state <- if (!any(seen)) "notAssessed" else if (by_pain && c$late) "lateWithoutBaseline" else
      if (by_pain && (is.na(baseline) || baseline == 0)) "notAssessed" else if (c$late && reached[1]) "relievedBeforeEntry" else
      if (c$late && !any(seen[-1])) "lateWithoutFollowUp" else if (any(reached)) "relieved" else if (ended) "ended" else "open"
    at <- if (c$state == "relieved") which(reached)[1] else if (any(seen)) max(which(seen)) else NA
    c$exit <- if (is.na(at)) NA else c$ordinal[at]
    again <- if (by_pain && c$state == "relieved") which(seq_along(r) > at & !is.na(before[r])) else integer()
    c$held <- if (length(again)) fulfils(before[r[again[1]]]) else NA
    c$entry <- if (c$late) f else 0
    c$days <- if (is.na(at)) NA else as.numeric(c$date[at] - c$date[1])
    c$visits <- length(dated) - 1
    c$span <- if (length(dated) < 2) 0 else as.numeric(max(dated) - min(dated))
    told <- which(!is.na(after[r]))
    c$fall <- if (!c$late && !is.na(baseline) && length(told)) (baseline - after[r[max(told)]]) / 100 else NA
    courses[[i]] <- c
  }
  get <- function(k) sapply(courses, `[[`, k)
  list(definition = definition, pain = has(d, "pain_before") && has(d, "pain_after"),
    table = data.frame(first = get("first"), state = get("state"), late = get("late"), entry = get("entry"), exit = get("exit"), days = get("days"),
      visits = get("visits"), span = get("span"), fall = get("fall"), conflict = get("conflict"), patient = get("patient"), held = get("held")))
}
relief_of <- function(d, people, a, by) {
  definition <- definition_of(d, a)
  if (is.null(definition)) return(list(list(stratum = structure(list(), names = character()), notEstimable = ANY_TEXT, `*` = TRUE)))
  all <- courses_of(d, people, a, definition)
  other <- if (all$pain) courses_of(d, people, a, if (definition == "pain -50%") "pain -30%" else "pain -50%") else NULL
  label <- function(x) paste0(x$definition, if (a$sustained) ", sustained")
  held <- function(x, k) if (x$definition == "column") NULL else list(courses = sum(!is.na(k$held)), held = sum(k$held, na.rm = TRUE))
  t <- all$table
  first <- d[t$first, , drop = FALSE]
  date <- if (has(d, "session_date")) as.Date(first$session_date) else rep(as.Date(NA), nrow(first))
  keep <- passes(first, a, date)
  t <- t[keep, ]
  u <- other$table[keep, ]
  first <- first[keep, , drop = FALSE]
  lapply(strata(first, by), function(g) {
    x <- t[g$rows, ]
    size <- function(s) sum(x$state == s)
    k <- x[x$state %in% c("relieved", "ended", "open"), ]
    out <- list(stratum = g$value, definition = label(all), estimand = "cumulative incidence, ending without relief competing", courses = nrow(k),
      relieved = size("relieved"), ended = size("ended"), open = size("open"), late = sum(k$late), lateWithoutFollowUp = size("lateWithoutFollowUp"),
      lateWithoutBaseline = size("lateWithoutBaseline"), relievedBeforeEntry = size("relievedBeforeEntry"), notAssessed = size("notAssessed"), orderConflicts = sum(x$conflict))
    out <- c(out, if (nrow(k) == 0) list(notEstimable = ANY_TEXT) else relief_figures(k, a))
    moved <- x[x$span > 0, ]
    out$sessionsPerWeek <- if (nrow(moved)) sum(moved$visits) / (sum(moved$span) / 7) else NULL
    fall <- x[!is.na(x$fall), ]
    m <- length(unique(fall$patient))
    if (all$pain && m > 1) {
      mean <- mean(fall$fall)
      out$meanPainFall <- list(value = mean, standardError = sqrt(m / (m - 1) * sum(rowsum((fall$fall - mean) / nrow(fall), fall$patient)^2)))
    }
    out$heldAtNextVisit <- held(all, x)
    if (nrow(k)) out$openBounds <- open_bounds(k)
    lost <- out$notAssessed + out$lateWithoutBaseline
    known <- Filter(function(y) y$sessions %in% c(3, 6) && is.null(y$notEstimable), out$relievedBy)
    if (length(known)) out$unrecordedBounds <- lapply(known, function(y) list(sessions = y$sessions,
      lower = y$probability * nrow(k) / (nrow(k) + lost), upper = (y$probability * nrow(k) + lost) / (nrow(k) + lost)))
    if (!is.null(other) && nrow(x)) {
      y <- u[g$rows, ]
      y <- y[y$state %in% c("relieved", "ended", "open"), ]
      out$second <- c(list(definition = label(other), courses = nrow(y), relieved = sum(y$state == "relieved")),
        if (nrow(y)) relief_figures(y, a)[c("medianSessions", "relievedBy")] else list(notEstimable = ANY_TEXT), list(heldAtNextVisit = held(other, y)))
    }
    without_null(out)
  })
}
# The share relieved if no open course ever is, and if each was at its last assessed session.
open_bounds <- function(k) {
  k$course <- seq_len(nrow(k))
  curve <- function(open) {
    s <- factor(ifelse(k$state == "open", open, k$state), c("none", "relieved", "ended"))
    fit <- survfit(Surv(entry, exit, s) ~ 1, cbind(k, s), id = course)
    function(t) { i <- findInterval(t, fit$time); if (i) fit$pstate[i, match("relieved", fit$states)] else 0 }
  }
  none <- curve("ended"); all <- curve("relieved")
  late <- k$entry[k$entry > 0]
  thin <- Filter(function(t) any(late >= t) && sum(k$entry < t & k$exit >= t) < 5, seq_len(max(k$exit)))
  lapply(c(1, 3, 4, 6, 10), function(s) if (length(thin) && s >= min(thin)) list(sessions = s, notEstimable = ANY_TEXT) else
    list(sessions = s, lower = none(s), upper = all(s)))
}
relief_figures <- function(k, a) {
  z <- qnorm((1 - a$confidence) / 2, lower.tail = FALSE)
  time <- sort(unique(k$exit))
  risk_at <- function(t) sum(k$entry < t & k$exit >= t)
  k$status <- factor(ifelse(k$state == "open", "open", k$state), c("open", "relieved", "ended"))
  k$course <- seq_len(nrow(k))
  f <- rep(0, length(time)); se <- f; left <- rep(1, length(time))
  if (any(k$status != "open")) {
    # cluster = patient has no effect in the multi-state survfit of survival 3.5-3: the influences are summed by patient
    fit <- survfit(Surv(entry, exit, status) ~ 1, k, id = course, influence = TRUE)
    i <- match(time, fit$time)
    f <- fit$pstate[i, 2]
    left <- fit$pstate[i, 1]
    se <- sqrt(colSums(rowsum(matrix(fit$influence.pstate[, i + 1, 2], ncol = length(i)), k$patient)^2))
  }
  km <- survfit(Surv(entry, exit, status == "relieved") ~ 1, k)
  stopped <- 1 - km$surv[match(time, km$time)]
  f[f > 1 - 1e-12] <- 1
  inner <- f > 0 & f < 1
  width <- ifelse(inner, z * se / (f * log(f)), NA)
  lower <- ifelse(inner, f^exp(-width), NA); upper <- ifelse(inner, f^exp(width), NA)
  late <- k$entry[k$entry > 0]
  thin <- Filter(function(t) any(late >= t) && risk_at(t) < 5, seq_len(max(k$exit)))
  end <- if (length(thin)) min(thin) - 1 else Inf            # the last ordinal that is estimable
  good <- time <= end
  reach <- function(y) { i <- which(good & y >= .5 - 1e-9)[1]; if (is.na(i)) NULL else time[i] }
  median <- reach(f)
  quantile <- without_null(list(value = median, notEstimable = if (is.null(median)) ANY_TEXT, lower = reach(ifelse(is.na(upper), f, upper)),
    upper = reach(ifelse(is.na(lower), f, lower))))
  by <- lapply(c(1, 3, 4, 6, 10), function(s) {
    i <- findInterval(s, time)
    if (s > end || (s > max(time) && tail(left, 1) > 1e-12)) return(list(sessions = s, notEstimable = ANY_TEXT))
    without_null(list(sessions = s, probability = if (i) f[i] else 0, lower = if (i) or_null(lower[i]), upper = if (i) or_null(upper[i]), atRisk = risk_at(s),
      ifNobodyStopped = if (i) stopped[i] else 0))
  })
  count <- function(t, s) sum(k$exit == t & k$state == s)
  curve <- lapply(which(good), function(i) without_null(list(session = time[i], atRisk = risk_at(time[i]), relieved = count(time[i], "relieved"),
    ended = count(time[i], "ended"), censored = count(time[i], "open"), probability = f[i], lower = or_null(lower[i]), upper = or_null(upper[i]))))
  dated <- k[!k$late & !is.na(k$days), ]
  days <- list(notEstimable = ANY_TEXT)
  if (nrow(dated)) {
    days <- quantile_of(kaplan_meier(dated$days, as.integer(dated$state == "relieved"), dated$patient, a$confidence), .5, 1)
    names(days)[names(days) == "value"] <- "median"
    days$limits <- limits_of("log-log", a$confidence, variance_of(dated$patient))
  }
  list(limits = limits_of("log-log", a$confidence, JACKKNIFE), medianSessions = quantile, relievedBy = by, curve = curve, daysToRelief = days)
}

# ---------------------------------------------------------------- JSON
json <- function(x, indent = "") {
  if (is.list(x)) {
    deeper <- paste0(indent, " ")
    if (is.null(names(x)) && length(x) == 0) return("[]")
    if (is.null(names(x))) return(paste0("[\n", paste0(deeper, sapply(x, json, deeper), collapse = ",\n"), "\n", indent, "]"))
    wide <- any(sapply(x, function(v) is.list(v) && is.null(names(v)) && length(v) > 0))
    parts <- paste0("\"", names(x), "\": ", sapply(x, json, deeper))
    if (length(x) == 0) return("{}")
    return(if (wide) paste0("{", paste0(parts, collapse = paste0(",\n", deeper)), "}") else paste0("{", paste0(parts, collapse = ", "), "}"))
  }
  stopifnot(length(x) == 1)
  if (is.na(x)) return("null")
  if (is.logical(x)) return(if (x) "true" else "false")
  if (is.character(x)) return(paste0("\"", gsub("([\"\\\\])", "\\\\\\1", x), "\""))
  stopifnot(is.finite(x))
  if (x == round(x) && abs(x) < 1e15) return(sprintf("%.0f", x))
  short <- sprintf("%.15g", x)
  if (as.numeric(short) == x) short else sprintf("%.17g", x)
}

# ---------------------------------------------------------------- one run
expected <- function(name) {
  a <- read_args(name)
  d <- read_export(a$file)
  people <- who(d)
  date <- if (has(d, "session_date")) as.Date(d$session_date) else rep(as.Date(NA), nrow(d))
  used <- which(passes(d, a, date))
  out <- list(command = a$command, rows = list(read = nrow(d), used = length(used), excluded = nrow(d) - length(used), rejected = 0))
  if (a$command %in% c("report", "rates")) {
    events <- events_of(d)
    groups <- strata(d[used, , drop = FALSE], a$by)
    out$rates <- unlist(lapply(events, function(e) lapply(groups, function(g) { g$rows <- used[g$rows]; rate_of(e, g, d, people, a) })), recursive = FALSE)
    out$severity <- severity_of(events, lapply(groups, function(g) { g$rows <- used[g$rows]; g }), d, people, a, used)
    absent <- list(name = "pneumothorax", value = rep(NA, nrow(d)))
    find <- function(n) { i <- which(sapply(events, `[[`, "name") == n); if (length(i)) events[[i]] else absent }
    out$benchmarks <- lapply(c("pneumothorax", "any_major"), function(n) benchmark_of(n, find(n), d, people, a, used))
  }
  if (a$command %in% c("report", "soreness")) {
    s <- soreness_of(d, people, a, used, a$by)
    out$soreness <- s$soreness
    out$sorenessTest <- s$test
  }
  if (a$command %in% c("report", "relief")) out$relief <- relief_of(d, people, a, if (is.null(a$by)) intersect("condition", names(d)) else a$by)
  out
}
names_given <- commandArgs(trailingOnly = TRUE)
if (length(names_given) == 0) names_given <- sub("\\.args$", "", sort(list.files(pattern = "\\.args$"), method = "radix"))
for (name in names_given) {
  result <- expected(name)
  con <- file(paste0(name, ".expected.json"), "wb")
  writeLines(enc2utf8(json(result)), con, sep = "\n", useBytes = TRUE)
  close(con)
  cat(name, "\n")
}
