// Every rule there is, and the order in which checks run.

internal import Text

/// The list of rules.
package enum Rules {
  /// Sorted by name.
  package static let all: [Rule] = [
    YAMLRules.syntax, YAMLRules.alias, YAMLRules.duplicateKey, FrontMatterRules.key,
    FrontMatterRules.value, FrontMatterRules.unclosed, FrontMatterRules.reviewDate,
    SilenceRule.reason, TitleRule.rule, LinkTarget.rule, LinkAnchor.rule, LinkScheme.rule,
    LooseLink.rule, RemoteImage.rule,
    UndefinedReference.rule, TemplateTag.rule, UnknownMarker.rule, ForeignMark.rule, LeftOpen.rule,
    MergeConflict.rule, ImageAlt.rule, DuplicateID.rule,
    OutputCollision.rule, OrphanPage.rule, HeadingLevel.rule, EmptyHeading.rule, SecondTitle.rule,
    RawHTML.rule,
    StalePage.rule,
    EditedAfterReview.rule, ReviewHistory.rule,
    MissingOwner.rule, AvoidedPhrase.rule, BrokenTable.rule, PhraseTables.rule, PhraseLength.rule,
    PhraseGrade.rule,
    UnknownPlaceholder.rule, UnknownSource.rule, Acronym.rule, ScriptTarget.rule,
    ScriptDeadEnd.rule, ScriptUnreachable.rule, ScriptLoop.rule, ScriptOutcome.rule,
    ScriptChoices.rule, ScriptLength.rule, ScriptScenarios.rule, FAQQuestions.rule,
    PracticeScenario.rule, CardPick.rule, CardFit.rule, CardGlyph.rule, CardLink.rule,
    CardLength.rule, CardType.rule, CardShapes.rule,
    NavigationEntry.rule, Redirects.rule, Synonyms.rule, SynonymRepeated.rule, SynonymChain.rule,
    SearchRules.unused, SearchRules.size, SearchTests.rule, FileRules.encoding, FileRules.size,
    FileRules.symlink, FileRules.skipped, FileRules.settingsName, FileRules.noPages,
    FileRules.name, PictureFile.rule, StrayFiles.copy, StrayFiles.document, ActiveFile.rule,
    StaleNotice.rule, UnusedOwner.rule,
    PageSize.rule, BrandRules.contrast, BrandRules.logo,
    UntranslatedPage.rule,
  ].sorted { $0.id < $1.id }

  /// Rules whose findings leave a file out or a page in doubt: always errors, never silenced.
  package static let fixed: Set<String> = Set(
    [
      YAMLRules.syntax, YAMLRules.alias, YAMLRules.duplicateKey, FrontMatterRules.unclosed,
      OutputCollision.rule, FileRules.noPages, FileRules.encoding, FileRules.size,
      FileRules.symlink, FileRules.name,
      PageSize.rule,
    ].map(\.id))

  /// Rules that a handbook brought in from another tool breaks in a thousand places for one reason.
  package static let counted: Set<Rule> = [ForeignMark.rule, TemplateTag.rule]

  /// The rule of a name.
  package static func named(_ id: String) -> Rule? { all.first { $0.id == id } }
}

/// Runs the checks.
package enum Checks {
  /// Findings that need one page and what it links to; pages can be checked side by side.
  package static func findings(on page: Page, in context: PageCheckContext) -> [Diagnostic] {
    var found = LinkTarget.findings(on: page, in: context)
    found += LinkAnchor.findings(on: page, in: context)
    found += LinkScheme.findings(on: page, in: context)
    found += LooseLink.findings(on: page, in: context)
    found += RemoteImage.findings(on: page, in: context)
    found += UndefinedReference.findings(on: page)
    found += TemplateTag.findings(on: page)
    found += MergeConflict.findings(on: page)
    found += LeftOpen.findings(on: page)
    found += ForeignMark.findings(on: page)
    found += UnknownMarker.findings(on: page)
    found += ImageAlt.findings(on: page)
    found += DuplicateID.findings(on: page)
    found += PageSize.findings(on: page)
    found += RawHTML.findings(on: page)
    found += StalePage.findings(on: page, in: context)
    found += EditedAfterReview.findings(on: page, in: context)
    found += MissingOwner.findings(on: page, in: context)
    found += BrokenTable.findings(on: page)
    found += PhraseTables.findings(on: page)
    found += PhraseLength.findings(on: page, in: context)
    found += PhraseGrade.findings(on: page, in: context)
    found += UnknownPlaceholder.findings(on: page, in: context)
    found += UnknownSource.findings(on: page, in: context)
    found += CardPick.findings(on: page, in: context)
    return found + findingsOnStructure(of: page, in: context)
  }

  /// Findings on what a page is made of, causes before what follows from them.
  private static func findingsOnStructure(
    of page: Page, in context: PageCheckContext
  ) -> [Diagnostic] {
    var found = EmptyHeading.findings(on: page)
    // What lacks a name here is no step, and everything else follows from that.
    if stopsPublication(found, on: page, in: context) { return found }
    if !page.lacksSteps {
      found += HeadingLevel.findings(on: page)
      found += SecondTitle.findings(on: page)
    }
    switch page.structure {
    case .plain, .card: break
    case .model(let steps): found += Acronym.findings(on: page, steps)
    case .script(let script): found += findings(on: page, script, in: context)
    case .faq(let questions): found += FAQQuestions.findings(on: page, questions)
    case .practice(let scenarios): found += PracticeScenario.findings(on: page, scenarios)
    }
    return found
  }

  /// Whether one of these is an error after all that an editor set: what is not may hide nothing.
  private static func stopsPublication(
    _ found: [Diagnostic], on page: Page, in context: PageCheckContext
  ) -> Bool {
    found.contains { finding in
      finding.severity == .error && !Silences(page).cover(finding)
        && [nil, .error].contains(context.configuration.rules[finding.rule.id])
    }
  }

  /// Findings on a script: what does not lead on comes before all that cannot be reached for it.
  private static func findings(
    on page: Page, _ script: Script, in context: PageCheckContext
  ) -> [Diagnostic] {
    func isSound(_ found: [Diagnostic]) -> Bool {
      !stopsPublication(found, on: page, in: context)
    }
    let targets = ScriptTarget.findings(on: page, script, in: context)
    let deadEnds = ScriptDeadEnd.findings(on: page, script)
    var found = targets + deadEnds
    if isSound(targets) {
      let outcomes = isSound(deadEnds) ? ScriptOutcome.findings(on: page, script) : []
      found += outcomes + ScriptScenarios.findings(on: page, script)
      if isSound(outcomes) { found += ScriptLoop.findings(on: page, script) }
      if isSound(deadEnds) { found += ScriptUnreachable.findings(on: page, script) }
    }
    return found + ScriptChoices.findings(on: page, script)
      + ScriptLength.findings(on: page, script)
  }

  /// Findings that need the whole handbook.
  package static func handbookFindings(in handbook: Handbook) -> [Diagnostic] {
    OutputCollision.findings(in: handbook) + PageSize.findings(in: handbook)
      + NavigationEntry.findings(in: handbook) + Redirects.findings(in: handbook)
      + BrandRules.findings(in: handbook) + StaleNotice.findings(in: handbook)
      + UnusedOwner.findings(in: handbook) + UntranslatedPage.findings(in: handbook)
      + SynonymRepeated.findings(in: handbook) + SynonymChain.findings(in: handbook)
      + AvoidedPhrase.findings(in: handbook) + OrphanPage.findings(in: handbook)
      + StrayFiles.findings(in: handbook)
      + LongNames.findings(in: handbook) + KeptOutput.findings(in: handbook)
      + CardFit.findings(in: handbook) + CardLength.findings(in: handbook)
  }

  /// All findings on a handbook that was read, one page after the other.
  package static func findings(in handbook: Handbook) -> [Diagnostic] {
    handbook.pages.indices.flatMap { index in
      findings(
        on: handbook.pages[index], in: PageCheckContext(of: index, in: handbook))
    } + handbookFindings(in: handbook)
  }

  /// Applies the levels of `rules:` and the silences of pages, and sorts.
  package static func applyLevels(to found: [Diagnostic], in handbook: Handbook) -> [Diagnostic] {
    let silences = Dictionary(
      firstWins: handbook.pages.filter { !$0.silences.isEmpty }.map { ($0.path, Silences($0)) })
    var seen: Set<Diagnostic> = []
    return found.compactMap { diagnostic -> Diagnostic? in
      var diagnostic = diagnostic
      if handbook.settings.lacksConfiguration, !isOnSettings(diagnostic) { return nil }
      if diagnostic.rule == ActiveFile.rule, handbook.configuration.trusts(diagnostic.path) {
        return nil
      }
      switch handbook.configuration.rules[diagnostic.rule.id] {
      case .off: return nil
      case .error: diagnostic.severity = .error
      case .warning: diagnostic.severity = .warning
      case .note: diagnostic.severity = .note
      case nil: break
      }
      let isSilenced = silences[diagnostic.path]?.cover(diagnostic) ?? false
      return isSilenced || !seen.insert(diagnostic).inserted ? nil : diagnostic
    }.sorted()
  }

  /// Whether a finding is on the handbook's settings: where these are not known, neither is what is
  /// right on a page.
  private static func isOnSettings(_ finding: Diagnostic) -> Bool {
    finding.path == .configuration || finding.rule == FileRules.settingsName
  }
}
