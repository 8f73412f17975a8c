@description('Name of the action group.')
param actionGroupName string

@description('Name of the Application Insights component.')
param insightsName string

@description('Name of the Event Grid system topic.')
param topicName string

@description('Address that alerts go to; empty for none.')
param email string

@description('IANA name of the time zone of the digest.')
param digestTimeZone string

@description('The hour of the digest in that zone, HH:mm.')
param digestTime string

@description('Region.')
param location string

@description('Tags.')
param tags object

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: actionGroupName
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'TradeDigest'
    emailReceivers: empty(email) ? [] : [{ name: 'operator', emailAddress: email, useCommonAlertSchema: true }]
  }
}

// Names of functions and wordings of log messages that stand in these queries are held against the code by a test.
var rules = [
  {
    name: 'poison-messages'
    severity: 2
    window: 'PT15M'
    dimensions: ['name']
    text: 'A file or an article failed five times and was tried once more. What fails for good is in quarantine with its reason, and the next digest counts it.'
    query: 'requests | where name in ("QuarantineFile", "QuarantineArticle") | project timestamp, name'
  }
  {
    name: 'function-failures'
    severity: 2
    window: 'PT1H'
    dimensions: ['name']
    text: 'A function failed three times or more within an hour. Answers to bad requests (400 to 499) do not count.'
    query: 'requests | where success == false and coalesce(toint(resultCode), 0) !between (400 .. 499) | summarize failures = count() by name | where failures >= 3'
  }
  {
    name: 'failed-deliveries'
    severity: 2
    window: 'PT15M'
    dimensions: []
    text: 'A digest could not be delivered: a recipient was refused for good, or the mailer cannot send to anyone. The log line says why; it names recipients by a key and holds no address.'
    query: 'traces | where message startswith "Mailer " and (message contains " is refused for good." or severityLevel >= 3) or (message startswith "Digest " or message startswith "The mail") and severityLevel >= 3 | project timestamp, message'
  }
  {
    name: 'digest-late'
    severity: 1
    window: 'P1D'
    dimensions: []
    text: 'It is an hour past the time of the digest, and none was written. GET /api/health tells whether storage answers; the failures of SendDailyDigest tell why. On the day of the first deployment this is no fault.'
    query: join(
      [
        'let zone = "${digestTimeZone}";'
        'let today = startofday(datetime_utc_to_local(now(), zone));'
        'let dueToday = datetime_local_to_utc(today + totimespan("${digestTime}:00"), zone);'
        'let due = iff(dueToday <= now(), dueToday, datetime_local_to_utc(today - 1d + totimespan("${digestTime}:00"), zone));'
        'traces'
        '| where timestamp >= due'
        '| where message startswith "Digest " and message endswith " is written." or message startswith "The scheduled digest has nothing to add to "'
        '| summarize made = count()'
        '| where made == 0 and now() > due + 1h'
      ],
      '\n'
    )
  }
]

module logAlerts 'log-alert.bicep' = [
  for rule in rules: {
    name: 'alert-${rule.name}'
    params: {
      name: rule.name
      text: rule.text
      query: rule.query
      dimensions: rule.dimensions
      severity: rule.severity
      window: rule.window
      insightsId: insights.id
      actionGroupId: people.id
      location: location
      tags: tags
    }
  }
]

// Articles whose event did not reach the app lie in the container articles unread.
resource lostEvents 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for metric in ['DeadLetteredCount', 'DroppedEventCount']: {
    name: 'events-${toLower(metric)}'
    location: 'global'
    tags: tags
    properties: {
      description: 'Events of dropped articles could not be delivered to the app. Those that were set aside are in the container dead-letters; drop the articles again, changed or not.'
      enabled: true
      severity: 1
      scopes: [topic.id]
      evaluationFrequency: 'PT15M'
      windowSize: 'PT15M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: 'any'
            criterionType: 'StaticThresholdCriterion'
            metricNamespace: 'Microsoft.EventGrid/systemTopics'
            metricName: metric
            operator: 'GreaterThan'
            threshold: 0
            timeAggregation: 'Total'
          }
        ]
      }
      actions: [{ actionGroupId: people.id }]
    }
  }
]
