@description('Name of the storage account.')
param storageName string

@description('Days after which articles move to the cool tier; 0 for never.')
param coolArticlesAfterDays int

@description('Days after which dropped articles are deleted; 0 for never.')
param deleteArticlesAfterDays int

@description('Days after which mail in the outbox is deleted; 0 for never.')
param deleteOutboxAfterDays int

@description('Days after which events that could not be delivered are deleted; 0 for never.')
param deleteDeadLettersAfterDays int

// A rule whose days are 0 is left out. No rule touches library, digests or quarantine: the app stands on them.
var wanted = filter(
  [
    { name: 'cool-articles', container: 'articles', days: coolArticlesAfterDays, action: 'tierToCool' }
    { name: 'delete-articles', container: 'articles', days: deleteArticlesAfterDays, action: 'delete' }
    { name: 'delete-outbox', container: 'outbox', days: deleteOutboxAfterDays, action: 'delete' }
    { name: 'delete-dead-letters', container: 'dead-letters', days: deleteDeadLettersAfterDays, action: 'delete' }
  ],
  rule => rule.days > 0
)

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageName
}

resource policy 'Microsoft.Storage/storageAccounts/managementPolicies@2023-05-01' = if (!empty(wanted)) {
  parent: storage
  name: 'default'
  properties: {
    policy: {
      rules: [
        for rule in wanted: {
          name: rule.name
          type: 'Lifecycle'
          enabled: true
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${rule.container}/'] }
            actions: { baseBlob: { '${rule.action}': { daysAfterModificationGreaterThan: rule.days } } }
          }
        }
      ]
    }
  }
}
