@description('Name of the account.')
@minLength(3)
@maxLength(24)
param name string

@description('Whether the account is reached over private endpoints, and from allowedAddresses, alone.')
param isolate bool

@description('Public addresses that may reach an isolated account.')
param allowedAddresses array

@description('Days for which deleted and overwritten blobs can be brought back.')
param softDeleteDays int

@description('Region.')
param location string

@description('Tags.')
param tags object

var deployments = 'deployments'
var deadLetters = 'dead-letters'

// The app makes its own at start too; the host makes azure-webjobs-hosts and azure-webjobs-secrets. A test holds both lists against the code.
var containers = [
  'articles'
  'library'
  'digests'
  'quarantine'
  'outbox'
  'recipients'
  deployments
  deadLetters
]
var queues = [
  'articles-to-summarize'
  'articles-to-summarize-poison'
  'operations'
  'operations-poison'
  'webjobs-blobtrigger-poison'
]

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: isolate && empty(allowedAddresses) ? 'Disabled' : 'Enabled'
    networkAcls: {
      // Event Grid is such a service: it writes what it could not deliver into the container of dead letters.
      bypass: 'AzureServices'
      defaultAction: isolate ? 'Deny' : 'Allow'
      ipRules: [for address in (isolate ? allowedAddresses : []): { value: address, action: 'Allow' }]
      virtualNetworkRules: []
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = [
  for container in containers: {
    parent: blobs
    name: container
    properties: { publicAccess: 'None' }
  }
]

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource storageQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2023-05-01' = [
  for queue in queues: {
    parent: queueService
    name: queue
  }
]

@description('Resource id.')
output id string = account.id

@description('Name of the account.')
output name string = account.name

@description('Name of the container that holds the deployed package.')
output deploymentContainer string = deployments

@description('Name of the container for events that could not be delivered.')
output deadLetterContainer string = deadLetters
