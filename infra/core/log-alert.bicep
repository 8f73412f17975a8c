@description('Name of the rule.')
param name string

@description('What the rule tells whoever gets the alert, and what to do.')
param text string

@description('Query over the telemetry of the app. The alert is raised for each row.')
param query string

@description('Columns whose values make alerts of their own.')
param dimensions array = []

@description('0 (critical) to 4 (verbose).')
param severity int

@description('How far back the query looks, as an ISO 8601 duration.')
param window string

@description('How often it is asked, as an ISO 8601 duration.')
param frequency string = 'PT15M'

@description('Resource id of the Application Insights component.')
param insightsId string

@description('Resource id of the action group.')
param actionGroupId string

@description('Region.')
param location string

@description('Tags.')
param tags object

resource rule 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: name
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: name
    description: text
    enabled: true
    severity: severity
    scopes: [insightsId]
    evaluationFrequency: frequency
    windowSize: window
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          dimensions: [for dimension in dimensions: { name: dimension, operator: 'Include', values: ['*'] }]
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [actionGroupId] }
  }
}
